import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** Files by path; anything but a string is written as JSON. */
export type Files = Readonly<Record<string, unknown>>;

/** Makes a small repository in a temporary folder, which is removed when the test is over. Returns its root. */
export function makeTree(files: Files): string {
  const root = mkdtempSync(join(tmpdir(), "flow-run-bundle-lint-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  writeTree(root, files);
  return root;
}

/** Adds files to a tree, or replaces them. */
export function writeTree(root: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(
      join(root, path),
      typeof content === "string" ? content : JSON.stringify(content),
    );
  }
}
