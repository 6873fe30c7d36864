import type { RunEnd } from "../engine/run-options.ts";

/** Exit codes of the command. */
export const exitCodes = {
  /** The run completed, or waits; or what was asked for was done. */
  ok: 0,
  failed: 1,
  /** Wrong usage, bad input, a flow that cannot be run. */
  usage: 2,
  timedOut: 3,
  /** A fault of ours. */
  bug: 70,
  interrupted: 130,
} as const;

/** The exit code of a run. */
export function exitCodeOf({ status }: Pick<RunEnd, "status">, wasInterrupted: boolean): number {
  if (status === "completed" || status === "waiting") return exitCodes.ok;
  if (wasInterrupted) return exitCodes.interrupted;
  return status === "timed_out" ? exitCodes.timedOut : exitCodes.failed;
}
