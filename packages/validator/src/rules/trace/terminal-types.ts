/** Event types that end a run. */
export const terminalTypes: ReadonlySet<string> = new Set([
  "run_completed",
  "run_failed",
  "run_timed_out",
]);
