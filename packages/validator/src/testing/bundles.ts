import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type BundleSource, memorySource } from "@flow-bundle/bundle";

const fixtures = fileURLToPath(new URL("../../../../fixtures", import.meta.url));

/** The files of a fixture bundle by path; change the map to damage them. */
export function fixtureFiles(name: string): Map<string, Uint8Array> {
  const root = join(fixtures, name);
  const files = new Map<string, Uint8Array>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(root, path).split(sep).join("/"), readFileSync(path));
  }
  return files;
}

/** A source over such files. */
export function sourceOf(files: ReadonlyMap<string, Uint8Array>, name = "bundle"): BundleSource {
  return memorySource(name, files);
}

/** Replaces a file's text. */
export function edit(
  files: Map<string, Uint8Array>,
  path: string,
  change: (text: string) => string,
): void {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`no file ${path}`);
  files.set(path, Buffer.from(change(Buffer.from(bytes).toString())));
}

/** SHA-256 of bytes, in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
