import { finished } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { OwnedProcess, ProcessCommand, ProcessExit, ProcessOwner } from "../process/index.ts";
import { beginning } from "./agent-error.ts";

const maxTail = 4096;
const maxNamed = 200;
/** How long an agent may take to go when its standard input has ended. */
const goMs = 500;
/** How long what belongs to an end may take to be seen: the exit after the last output, or the other way round. */
const settleMs = 1000;

/** How an agent process ended, as a session record tells it. */
export interface AgentExit extends ProcessExit {
  /** When it was noticed, in milliseconds since 1970. */
  readonly at: number;
  readonly reason: "process_exit" | "pipe_close" | "connection_close";
}

/** A process that speaks with us over its standard streams. */
export class AgentProcess {
  /** The agent as messages name it. */
  readonly name: string;
  readonly startedAt: number;
  readonly #process: OwnedProcess;
  readonly #now: () => number;
  readonly #recorded: (text: string) => string;
  #stderr = "";
  #exit: ProcessExit | undefined;
  #end: AgentExit | undefined;
  #closed: "input" | "output" = "output";
  #isStopping = false;

  private constructor(
    name: string,
    process: OwnedProcess,
    now: () => number,
    recorded: (text: string) => string,
  ) {
    this.name = name;
    this.#recorded = recorded;
    this.startedAt = now();
    this.#process = process;
    this.#now = now;
    process.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-maxTail);
    });
    void this.#notice(process);
  }

  /**
   * @param recorded makes a text as it may be recorded: before a part of it is cut off, which may be that of a secret
   * @throws {Error} when it cannot be started; the message says why.
   */
  static async start(
    owner: ProcessOwner,
    command: ProcessCommand,
    line: string,
    now: () => number,
    recorded = (text: string) => text,
  ): Promise<AgentProcess> {
    const process = await owner.start(command);
    const name = `The agent ${JSON.stringify(beginning(recorded(line), maxNamed))}`;
    return new AgentProcess(name, process, now, recorded);
  }

  get stdout(): AsyncIterable<Buffer> {
    return this.#process.stdout;
  }

  /** How it ended, as soon as that is known. */
  get end(): AgentExit | undefined {
    return this.#end;
  }

  /** Writes to the agent. It is no error when the agent does not listen any more: then it is about to go. */
  write(text: string): Promise<void> {
    return new Promise((resolve) => {
      if (this.isListening) this.#process.stdin.write(text, () => resolve());
      else resolve();
    });
  }

  /** False when nothing can be sent any more. */
  get isListening(): boolean {
    const { stdin } = this.#process;
    return stdin.writable && !this.#isStopping;
  }

  /**
   * Fulfilled when the conversation can go no further: the process ended, or closed one of its streams. Then nothing of
   * it runs any more.
   *
   * @param read fulfilled when its output was read to the end.
   */
  async over(read: Promise<void>): Promise<void> {
    const { exited, stdin } = this.#process;
    const deaf = finished(stdin, { readable: false }).catch(() => undefined);
    const first = await Promise.race([
      exited.then(() => "exit" as const),
      read.then(() => "output" as const),
      deaf.then(() => "input" as const),
    ]);
    // An exit closes the streams, in any order; what was written last is still to be read.
    await within(first === "exit" ? read : exited, settleMs);
    this.#conclude(first === "input" ? "input" : "output");
    await this.#process.terminate();
    await read;
  }

  /** Ends it: it is given time to go by itself, unless `atOnce`. */
  async stop(atOnce: boolean): Promise<void> {
    this.#isStopping = true;
    if (!atOnce) {
      this.#process.stdin.end();
      await within(this.#process.exited, goMs);
    }
    await this.#process.terminate();
    this.#conclude();
  }

  /** How it ended, in words. */
  describeEnd(): string {
    const { exitCode, signal } = this.#end ?? { exitCode: null, signal: null };
    if (signal !== null) return `was ended by ${signal}`;
    if (exitCode !== null) return `exited with code ${exitCode}`;
    return `closed its standard ${this.#closed}`;
  }

  /** What it last wrote to its standard error, as a sentence to add; empty when there is nothing. */
  describeErrors(): string {
    const text = this.#recorded(this.#stderr).trim();
    return text === "" ? "" : `; its standard error ends with: ${text.slice(-1500)}`;
  }

  async #notice({ exited }: OwnedProcess): Promise<void> {
    this.#exit = await exited;
  }

  #conclude(closed: "input" | "output" = this.#closed): void {
    this.#closed = closed;
    const exit = this.#exit ?? { exitCode: null, signal: null };
    const cause = this.#exit === undefined ? "pipe_close" : "process_exit";
    const reason = this.#isStopping ? "connection_close" : cause;
    this.#end ??= { ...exit, at: this.#now(), reason };
  }
}

/** Waits for something, but not for long: in real time, whatever the host calls time, as it is a process that is waited for. */
export async function within(promise: Promise<unknown>, ms: number): Promise<boolean> {
  const timer = new AbortController();
  const late = sleep(ms, false, { signal: timer.signal }).catch(() => false);
  try {
    return await Promise.race([promise.then(() => true), late]);
  } finally {
    timer.abort();
  }
}
