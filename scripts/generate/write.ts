import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { GeneratedFile } from "./spec.ts";

/** Paths of files that are missing or differ from what was generated. */
export function stalePaths(root: string, files: readonly GeneratedFile[]): string[] {
  return files
    .filter(({ path, text }) => !isCurrent(join(root, path), text))
    .map(({ path }) => path);
}

/** Writes the files that differ, and tells how many they were. */
export function writeFiles(root: string, files: readonly GeneratedFile[]): number {
  const stale = files.filter(({ path, text }) => !isCurrent(join(root, path), text));
  for (const { path, text } of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return stale.length;
}

function isCurrent(file: string, text: string): boolean {
  return existsSync(file) && readFileSync(file, "utf8") === text;
}
