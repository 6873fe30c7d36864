import type { RunPlace } from "../runs/find-run.ts";
import { shellWord } from "./report/shell-word.ts";
import type { NextCommands } from "./report/summary.ts";

/** Runs in the usual folder have an id; others have to be named by their path. */
export function nextCommands(runsDirOption: string | undefined): NextCommands {
  return {
    nameOf: ({ runId, path }) => (runsDirOption === undefined ? runId : path),
    resume: ({ runId }) => resumeOf(runId, runsDirOption),
  };
}

/** The same for a run that was found by a name. */
export function nextCommandsFor(
  given: string,
  place: RunPlace,
  runsDirOption: string | undefined,
): NextCommands {
  return {
    nameOf: () => nameForCommands(given, place, runsDirOption),
    resume: () => resumeForCommands(given, place, runsDirOption),
  };
}

/** The command that goes on with a run which was found by a name. */
export function resumeForCommands(
  given: string,
  { id }: RunPlace,
  runsDirOption: string | undefined,
): string {
  return isPath(given) ? `flow resume ${shellWord(given)}` : resumeOf(id, runsDirOption);
}

/** Not by its path: then its recorded agents would not be used. */
function resumeOf(id: string, runsDirOption: string | undefined): string {
  const where = runsDirOption === undefined ? "" : ` --runs-dir ${shellWord(runsDirOption)}`;
  return `flow resume ${shellWord(id)}${where}`;
}

/** The same for a run that was found by a name: a path stays as it was given. */
export function nameForCommands(
  given: string,
  { id, path }: RunPlace,
  runsDirOption: string | undefined,
): string {
  if (isPath(given)) return given;
  return runsDirOption === undefined ? id : path;
}

function isPath(given: string): boolean {
  return /[/\\]/.test(given);
}
