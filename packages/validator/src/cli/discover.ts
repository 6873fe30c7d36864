import { readdirSync, statSync, type Dirent } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import type { Failure } from "../report/model.ts";
import { exitCodes } from "./exit-code.ts";

/** A bundle to be checked. */
export interface Target {
  /** Where it is. */
  readonly path: string;
  /** What reports call it: the PATH as it was given, or the path below it. */
  readonly name: string;
}

/** What was found at the PATHs of the command line. */
export interface Discovery {
  /** In the order of the PATHs; bundles of one folder by name. Each folder once. */
  readonly targets: readonly Target[];
  readonly failures: readonly Failure[];
  /** Things that were passed over, for people. */
  readonly notes: readonly string[];
}

const fileMarkers = new Set(["manifest.json", "trace.ndjson", "flow.json"]);

/** Finds the bundles that are meant by the PATHs of the command line. */
export function discover(paths: readonly string[]): Discovery {
  const targets = new Map<string, Target>();
  const failures: Failure[] = [];
  const notes: string[] = [];
  for (const path of paths) {
    const found = bundlesAt(path, notes);
    if ("message" in found) failures.push(found);
    else
      for (const target of found.targets)
        if (!targets.has(resolve(target.path))) targets.set(resolve(target.path), target);
  }
  return { targets: [...targets.values()], failures, notes };
}

function bundlesAt(
  path: string,
  notes: string[],
): { readonly targets: readonly Target[] } | Failure {
  const entries = readFolder(path);
  if (!Array.isArray(entries)) return entries;
  const name = withoutEndSlash(path);
  if (looksLikeBundle(entries)) return { targets: [{ path, name }] };

  const prefix = name.endsWith("/") ? name : `${name}/`;
  const targets: Target[] = [];
  let links = 0;
  for (const entry of entries) {
    const child = `${prefix}${entry.name}`;
    // A link among the children usually names one of its siblings ("latest"), which is checked anyway.
    if (entry.isSymbolicLink()) links += 1;
    else if (entry.isDirectory() && isBundle(child)) targets.push({ path: child, name: child });
  }
  if (links > 0)
    notes.push(
      `${name}: ${links} symbolic ${links === 1 ? "link was" : "links were"} not followed`,
    );
  if (targets.length > 0) return { targets };
  return failure(
    path,
    "is no bundle, and none of its children is: a bundle has manifest.json, trace.ndjson, flow.json or projections/",
  );
}

/** The entries of a folder by name, or why there are none. */
function readFolder(path: string): Dirent[] | Failure {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return failure(path, "does not exist");
    if (code === "ENOTDIR")
      return failure(path, `is a file; give the folder of the bundle${folderHint(path)}`);
    return failure(path, `cannot be read (${code ?? String(error)})`, exitCodes.undetermined);
  }
}

function isBundle(path: string): boolean {
  const entries = readFolder(path);
  // A child that cannot be read may be a bundle: the engine says why it cannot.
  return Array.isArray(entries)
    ? looksLikeBundle(entries)
    : entries.exitCode === exitCodes.undetermined;
}

function looksLikeBundle(entries: readonly Dirent[]): boolean {
  return entries.some(
    (entry) => fileMarkers.has(entry.name) || (entry.name === "projections" && entry.isDirectory()),
  );
}

/** For a file of a bundle the folder that was meant. */
function folderHint(path: string): string {
  let folder = dirname(path);
  if (!existsAsFile(path)) return "";
  // ./run/projections/run.json: the bundle is two levels up.
  for (let level = 0; level < 3; level += 1) {
    const entries = readFolder(folder);
    if (Array.isArray(entries) && looksLikeBundle(entries)) return `: ${folder}`;
    if (folder === dirname(folder) || basename(folder) === "..") break;
    folder = dirname(folder);
  }
  return "";
}

function existsAsFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function failure(
  path: string,
  message: string,
  exitCode: Failure["exitCode"] = exitCodes.usage,
): Failure {
  return { path, message, exitCode };
}

function withoutEndSlash(path: string): string {
  return path.length > 1 ? path.replace(/(?<=[^/\\:])[/\\]+$/, "") : path;
}
