import { readFileSync, readdirSync } from "node:fs";
import { marksIn } from "./mark.ts";

/** A process of the system, as far as it concerns who started it. */
export interface SystemProcess {
  readonly pid: number;
  /** Id of its process group. */
  readonly group: number;
  /** Id of its session: the process that began it. */
  readonly session: number;
  /** When it started, in ticks of the system's clock. */
  readonly startedAt: number;
  /** The marks in its environment; none when that may not be read. */
  readonly marks: () => readonly string[];
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
  const fields = readStat(name);
  const [state, , group, session] = fields;
  if (state === "Z" || state === "X" || group === undefined || session === undefined)
    return undefined;
  let marks: readonly string[] | undefined;
  return {
    pid: Number(name),
    group: Number(group),
    session: Number(session),
    startedAt: Number(fields[startField]),
    marks: () => (marks ??= marksIn(readProc(name, "environ"))),
  };
}

/** When a process started, in ticks of the system's clock; 0 when that cannot be told. */
export function startOf(pid: number): number {
  return Number(readStat(String(pid))[startField] ?? 0);
}

/** Where the start stands in what {@link readStat} gives. */
const startField = 19;

/** What the system tells of a process, after its id and name; empty when it has ended. */
function readStat(name: string): readonly string[] {
  const text = readProc(name, "stat");
  // The name in parentheses may hold anything.
  return text === "" ? [] : text.slice(text.lastIndexOf(")") + 2).split(" ");
}

/** A file of a process; empty when the process has ended, or is another user's. */
function readProc(name: string, file: "stat" | "environ"): string {
  try {
    return readFileSync(`/proc/${name}/${file}`, "latin1");
  } catch {
    return "";
  }
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
