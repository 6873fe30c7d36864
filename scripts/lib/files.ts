import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, matchesGlob } from "node:path";

/** Folders that never belong to the sources. */
const ignored = new Set(["node_modules", "dist", ".git", ".tmp", ".turbo", "coverage"]);

/**
 * Paths of the files below `folder`, relative to `root`, `/`-separated and sorted; empty when the folder is not there.
 * Links are not followed.
 */
export function listFiles(root: string, folder: string, pattern = "**"): string[] {
  const found: string[] = [];
  const visit = (path: string): void => {
    for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
      if (ignored.has(entry.name)) continue;
      const inside = path === "" ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) visit(inside);
      else if (entry.isFile() && matchesGlob(inside, pattern)) found.push(inside);
    }
  };
  if (existsSync(join(root, folder))) visit(folder);
  return found.toSorted();
}

/** Names of the folders directly in `folder`, sorted. */
export function listFolders(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}

export function readText(root: string, file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** The parsed file. A syntax error names the file. */
export function readJson(root: string, file: string): unknown {
  try {
    return JSON.parse(readText(root, file));
  } catch (cause) {
    throw new Error(`${file} is not JSON`, { cause });
  }
}

/** Versions of the format that `spec/` holds (`1.0`, `1.1`), oldest first. */
export function listVersions(root: string): string[] {
  return listFolders(root, "spec")
    .filter((name) => /^\d+\.\d+$/.test(name))
    .toSorted((a, b) => {
      const [majorA = 0, minorA = 0] = a.split(".").map(Number);
      const [majorB = 0, minorB = 0] = b.split(".").map(Number);
      return majorA - majorB || minorA - minorB;
    });
}

/** True for what JSON calls an object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
