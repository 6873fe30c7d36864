import { existsSync, readdirSync, statSync } from "node:fs";
import type { Dirent } from "node:fs";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { FlowError } from "../errors.ts";

/** The place of one run. */
export interface RunPlace {
  /** Name of the bundle's folder. */
  readonly id: string;
  /** Absolute path of the bundle. */
  readonly path: string;
}

/** What the folder of a run can be called. */
const idPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/;
const mostCandidates = 10;

/**
 * Finds the run that a text names: a path, relative to `directory`, when it has a slash; else the id of a run in the runs
 * folder or the beginning of one; else a folder in `directory`. An id is compared with the names that are there, never
 * made into a path, and links in the runs folder are not followed.
 *
 * @throws {FlowError} `run` when there is none, or more than one.
 */
export function findRun(text: string, runsDir: string, directory: string): RunPlace {
  if (isPath(text)) return runAt(text, directory);
  const places = runPlaces(runsDir);
  const exact = places.find(({ id }) => id === text);
  if (exact !== undefined) return exact;
  const candidates = text === "" ? [] : places.filter(({ id }) => id.startsWith(text));
  const [only, ...others] = candidates;
  if (only !== undefined && others.length === 0) return only;
  if (only !== undefined) throw ambiguous(text, candidates);
  if (isLink(runsDir, text)) {
    const link = join(runsDir, text);
    const message = `${text} is a symbolic link in the runs folder, and those are not followed; to use it, give its path: ${link}`;
    throw new FlowError("run", message);
  }
  if (idPattern.test(text) && isFolder(resolve(directory, text))) return runAt(text, directory);
  throw new FlowError("run", `There is no run ${JSON.stringify(text)} in ${runsDir}`);
}

/** The folders that can be runs, in the order of their names. Empty when there is no runs folder. */
export function runPlaces(runsDir: string): readonly RunPlace[] {
  return entriesOf(runsDir)
    .filter((entry) => entry.isDirectory() && idPattern.test(entry.name))
    .map(({ name }) => ({ id: name, path: join(runsDir, name) }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return [];
    const why = code === "ENOTDIR" ? "is no folder" : `cannot be read (${code ?? String(error)})`;
    throw new FlowError("run", `The runs folder ${folder} ${why}`, { cause: error });
  }
}

function isPath(text: string): boolean {
  return text === "." || text === ".." || /[/\\]/.test(text) || isAbsolute(text);
}

function runAt(text: string, directory: string): RunPlace {
  const path = resolve(directory, text);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory() === true) {
    if (existsSync(join(path, "manifest.json"))) return { id: basename(path), path };
    throw new FlowError("run", `${text} is no run: there is no manifest.json in it`);
  }
  if (stats === undefined) throw new FlowError("run", `${text} does not exist`);
  const hint =
    basename(path) === "manifest.json"
      ? `; give the folder of the run: ${dirname(path)}`
      : "; give the folder of a run";
  throw new FlowError("run", `${text} is a file${hint}`);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function isLink(runsDir: string, name: string): boolean {
  return entriesOf(runsDir).some((entry) => entry.name === name && entry.isSymbolicLink());
}

function ambiguous(text: string, candidates: readonly RunPlace[]): FlowError {
  const listed = candidates.slice(0, mostCandidates).map(({ id }) => `  ${id}`);
  const rest = candidates.length - listed.length;
  if (rest > 0) listed.push(`  and ${rest} more`);
  const message = `${candidates.length} runs begin with ${text}; write more of the id:\n${listed.join("\n")}`;
  return new FlowError("run", message);
}
