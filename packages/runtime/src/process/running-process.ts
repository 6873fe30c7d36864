import type { ChildProcessWithoutNullStreams } from "node:child_process";
import type { OwnedProcess, ProcessExit } from "./owned-process.ts";
import { ProcessGroup } from "./process-group.ts";

const defaultGraceMs = 1500;
/** How long what was written last may take to be read. */
const drainMs = 1000;

/** A process that was started, with what its owner needs. */
export interface RunningProcess extends OwnedProcess {
  readonly group: ProcessGroup;
}

/** Takes charge of a process that leads a group. */
export function leadGroup(child: ChildProcessWithoutNullStreams, mark: string): RunningProcess {
  const { pid, stdin, stdout, stderr } = child;
  if (pid === undefined) throw new Error("The process has no id");
  const group = new ProcessGroup(pid, mark);
  const exited = new Promise<ProcessExit>((resolve) => {
    child.once("exit", (exitCode, signal) => {
      group.reaped();
      resolve({ exitCode, signal });
    });
  });
  const closed = new Promise<void>((resolve) => void child.once("close", () => resolve()));
  // Whoever reads them sees that they end; and that a process does not want its input is no error.
  for (const emitter of [child, stdin, stdout, stderr]) emitter.on("error", () => {});

  async function end(graceMs: number): Promise<void> {
    await group.end(graceMs);
    // Nobody writes any more, except who is out of reach: that must not hold anybody up.
    for (const stream of [stdout, stderr]) if (stream.readableFlowing === null) stream.resume();
    await atMost(drainMs, closed);
    for (const stream of [stdin, stdout, stderr]) stream.destroy();
  }

  return {
    pid,
    stdin,
    stdout,
    stderr,
    exited,
    group,
    isRunning: () => group.isRunning(),
    terminate: (graceMs = defaultGraceMs) => end(graceMs),
  };
}

/** Waits for a promise, but not longer. */
async function atMost(ms: number, promise: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([promise, limit]);
  clearTimeout(timer);
}
