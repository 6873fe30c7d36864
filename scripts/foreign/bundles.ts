import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inRoot } from "../lib/process.mjs";

const manifestName = "manifest.json";
const traceName = "trace.ndjson";

/** Folders of the bundles below a folder of `fixtures/`. */
export function bundlesIn(folder: string): readonly string[] {
  const top = inRoot("fixtures", folder);
  return readdirSync(top, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(manifestName))
    .map((name) => join(top, dirname(name)))
    .toSorted();
}

/** A bundle of a manifest and a trace alone, which is all that a reader reads. */
export function writeBare(path: string, manifest: string | Uint8Array, trace?: Uint8Array): string {
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, manifestName), manifest);
  if (trace !== undefined) writeFileSync(join(path, traceName), trace);
  return path;
}

/** Manifest and trace of a bundle. */
export function readBare(path: string): { readonly manifest: string; readonly trace: Buffer } {
  return {
    manifest: readFileSync(join(path, manifestName), "utf8"),
    trace: existsSync(join(path, traceName)) ? readFileSync(join(path, traceName)) : Buffer.of(),
  };
}

/** Numbers from 0 to 1 that are the same each time. */
export function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    const mixed = Math.imul(state ^ (state >>> 13), 0x297a2d39);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}
