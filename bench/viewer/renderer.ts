import { readdirSync, readFileSync } from "node:fs";

const ticksPerSecond = 100;
const sampleMs = 50;

/** What the process took that a page and its workers run in. */
export interface RendererUse {
  /** Processor time of all of its threads, from its start on. */
  readonly cpuSeconds: number;
  /** Most memory of its own (`RssAnon`: heaps, buffers, pictures), in MiB, of all samples. */
  readonly ownMebibytes: number;
  /** The same with the program itself, which all processes of the browser share (`VmRSS`). */
  readonly wholeMebibytes: number;
}

/**
 * Watches the renderer of a browser that this process started: of several (the browser keeps one ready) the one with the
 * most memory. Reads /proc, so it needs Linux.
 */
export class RendererWatch {
  // Not VmHWM: Chromium sets that back now and then.
  #own = 0;
  #whole = 0;
  readonly #timer = setInterval(() => this.#sample(), sampleMs);

  /** What it took so far. */
  get use(): RendererUse {
    this.#sample();
    const pid = largestRenderer();
    // After the name of the program, which may hold anything, the 12th and 13th field are times.
    const fields = read(pid, "stat").split(") ").at(-1)?.split(" ") ?? [];
    return {
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond,
      ownMebibytes: this.#own,
      wholeMebibytes: this.#whole,
    };
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #sample(): void {
    const status = read(largestRenderer(), "status");
    this.#own = Math.max(this.#own, mebibytes(status, "RssAnon"));
    this.#whole = Math.max(this.#whole, mebibytes(status, "VmRSS"));
  }
}

/** Process id of the largest renderer among the descendants of this process; "" when there is none. */
function largestRenderer(): string {
  const parents = new Map<string, string>();
  for (const pid of readdirSync("/proc")) {
    if (!/^\d+$/.test(pid)) continue;
    const parent = read(pid, "stat").split(") ").at(-1)?.split(" ")[1];
    if (parent !== undefined) parents.set(pid, parent);
  }
  const isOurs = (pid: string | undefined): boolean =>
    pid !== undefined && (pid === String(process.pid) || isOurs(parents.get(pid)));
  let [largest, most] = ["", 0];
  for (const pid of parents.keys()) {
    if (!isOurs(pid) || !read(pid, "cmdline").includes("--type=renderer")) continue;
    const size = mebibytes(read(pid, "status"), "RssAnon");
    if (size > most) [largest, most] = [pid, size];
  }
  return largest;
}

/** A file about a process; "" when it has ended. */
function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}

function mebibytes(status: string, field: string): number {
  const [, kibibytes] = new RegExp(`^${field}:\\s+(\\d+) kB$`, "m").exec(status) ?? [];
  return Number(kibibytes ?? 0) / 1024;
}
