import { spawnSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { runningProcesses, signalTo, startOf } from "./system-processes.ts";
import type { SystemProcess } from "./system-processes.ts";

const onWindows = process.platform === "win32";

/** How long a killed process may take to go. Longer only when the system holds it, in a call that does not end. */
const killedMs = 10_000;

/**
 * The processes that a started one, the leader, brought about: its process group, and where the system tells, the other
 * groups of its session (`timeout` and shells with job control make such), and whoever has its mark in the environment
 * (daemons begin a session of their own).
 */
export class ProcessGroup {
  readonly leader: number;
  readonly #mark: string;
  readonly #startedAt: number;
  #isReaped = false;

  constructor(leader: number, mark: string) {
    this.leader = leader;
    this.#mark = mark;
    this.#startedAt = startOf(leader);
  }

  /** The leader has ended, and its id may be used again. */
  reaped(): void {
    this.#isReaped = true;
  }

  /** Whether anything of it runs. */
  isRunning(system?: readonly SystemProcess[]): boolean {
    return !this.#isReaped || this.#members(system).length > 0;
  }

  /** Sends a signal to everything in it. */
  signal(signal: NodeJS.Signals, system?: readonly SystemProcess[]): void {
    if (onWindows) {
      if (!this.#isReaped) killTree(this.leader);
      return;
    }
    for (const pid of this.#members(system)) signalTo(pid, signal);
  }

  /**
   * TERM, and KILL after the grace. Fulfilled when nothing of it runs.
   *
   * @throws when something still runs long after it was killed.
   */
  async end(graceMs: number): Promise<void> {
    if (!this.isRunning()) return;
    this.signal("SIGTERM");
    if (await this.#isGone(graceMs)) return;
    // What is forked in the meantime gets its signal in the next round.
    if (await this.#isGone(killedMs, () => this.signal("SIGKILL"))) return;
    throw new Error(
      `Process ${this.leader}, or one that it started, still runs although it was killed`,
    );
  }

  /** Waits until nothing runs, looking often at first. */
  async #isGone(limitMs: number, inEachRound?: () => void): Promise<boolean> {
    const until = performance.now() + limitMs;
    for (let pause = 2; this.isRunning(); pause = Math.min(pause * 2, 50)) {
      const left = until - performance.now();
      if (left <= 0) return false;
      inEachRound?.();
      await sleep(Math.min(pause, left));
    }
    return true;
  }

  /**
   * Ids to signal: the group as a negative number, and the processes of other groups. Group and session have no members
   * when the leader's id belongs to another process by now: before, the system does not give it away.
   */
  #members(system: readonly SystemProcess[] | undefined = runningProcesses()): number[] {
    const { leader } = this;
    const isReused = this.#isReaped && signalTo(leader, 0);
    if (system === undefined) return !isReused && signalTo(-leader, 0) ? [-leader] : [];
    const members = new Set<number>();
    for (const found of system) {
      if (!isReused && found.group === leader) members.add(-leader);
      else if ((!isReused && found.session === leader) || this.#isMarked(found)) {
        members.add(found.pid);
      }
    }
    return [...members];
  }

  /** Whether a process comes from the leader, wherever it went. */
  #isMarked({ startedAt, marks }: SystemProcess): boolean {
    return startedAt >= this.#startedAt && marks().includes(this.#mark);
  }
}

/** Windows has no groups: `taskkill` follows the links from parent to child. Only `/F` ends those without a window. */
function killTree(pid: number): void {
  spawnSync("taskkill", ["/PID", String(pid), "/T", "/F"], { stdio: "ignore", windowsHide: true });
}
