import type { RunPlace } from "../runs/find-run.ts";
import type { NextCommands } from "./report/summary.ts";

/** Runs in the usual folder have an id; others have to be named by their path. */
export function nextCommands(runsDirOption: string | undefined): NextCommands {
  return { nameOf: ({ runId, path }) => (runsDirOption === undefined ? runId : path) };
}

/** The same for a run that was found by a name: a path stays as it was given. */
export function nameForCommands(
  given: string,
  { id, path }: RunPlace,
  runsDirOption: string | undefined,
): string {
  if (/[/\\]/.test(given)) return given;
  return runsDirOption === undefined ? id : path;
}
