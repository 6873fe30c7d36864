import { readFileSync, readdirSync } from "node:fs";

/** A process of the system, as far as it concerns who started it. */
export interface SystemProcess {
  readonly pid: number;
  /** Id of its process group. */
  readonly group: number;
  /** Id of its session: the process that began it. */
  readonly session: number;
}

let current: readonly SystemProcess[] | undefined;

/**
 * The processes that run, without those that have ended and wait for their parent. Undefined where the system has no
 * `/proc`.
 */
export function runningProcesses(): readonly SystemProcess[] | undefined {
  if (process.platform !== "linux") return undefined;
  if (current !== undefined) return current;
  current = readProcesses();
  // Who asks for many groups at once gets one answer.
  process.nextTick(() => {
    current = undefined;
  });
  return current;
}

function readProcesses(): readonly SystemProcess[] | undefined {
  let names: string[];
  try {
    names = readdirSync("/proc");
  } catch {
    return undefined;
  }
  const found: SystemProcess[] = [];
  for (const name of names) {
    if (!/^[0-9]+$/.test(name)) continue;
    const entry = readProcess(name);
    if (entry !== undefined) found.push(entry);
  }
  return found;
}

function readProcess(name: string): SystemProcess | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${name}/stat`, "latin1");
  } catch {
    // It has ended since.
    return undefined;
  }
  // The second field is the name in parentheses, which may hold anything.
  const [state, , group, session] = text.slice(text.lastIndexOf(")") + 2).split(" ");
  if (state === "Z" || state === "X" || group === undefined || session === undefined)
    return undefined;
  return { pid: Number(name), group: Number(group), session: Number(session) };
}

/** Sends a signal, or with 0 none; whether there was somebody to send it to. A negative id stands for a group. */
export function signalTo(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    // EPERM: it is there, and belongs to somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
