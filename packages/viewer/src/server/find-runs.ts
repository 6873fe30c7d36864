import { createHash } from "node:crypto";
import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, join } from "node:path";

/** A folder that looks like a bundle. */
export interface FoundRun {
  readonly id: string;
  /** Real path of the folder. */
  readonly path: string;
  readonly name: string;
}

const markers = ["manifest.json", "trace.ndjson", "flow.json", "projections"];

/** Whether a folder looks like a bundle, broken or not. */
export function looksLikeBundle(path: string): boolean {
  return markers.some((marker) => existsSync(join(path, marker)));
}

/**
 * The bundles at some paths: each is a bundle, or a folder of bundles (its own children; links and hidden folders
 * among them are passed over). Folders are read anew each time, so that runs that came later are found.
 *
 * @param notes gets a sentence for each path that gave nothing.
 */
export function findRuns(paths: readonly string[], notes: string[] = []): FoundRun[] {
  const found = new Map<string, FoundRun>();
  const add = (path: string, name: string): void => {
    const real = realpathSync.native(path);
    const id = createHash("sha256").update(real).digest("base64url").slice(0, 16);
    if (!found.has(id)) found.set(id, { id, path: real, name });
  };
  for (const path of paths) {
    try {
      if (!statSync(path).isDirectory())
        notes.push(`${path} is a file; give the folder of the bundle`);
      else if (looksLikeBundle(path)) add(path, basename(realpathSync.native(path)));
      else {
        for (const entry of readdirSync(path, { withFileTypes: true })) {
          const child = join(path, entry.name);
          // A writer makes a bundle under such a name, and gives it its own when it is whole.
          const isHidden = entry.name.startsWith(".");
          if (!isHidden && entry.isDirectory() && looksLikeBundle(child)) add(child, entry.name);
        }
      }
    } catch (error) {
      notes.push(`${path} cannot be read: ${(error as Error).message}`);
    }
  }
  return [...found.values()];
}
