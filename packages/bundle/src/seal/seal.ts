import type { Seal } from "@flow-bundle/schema";
import { allEntries } from "../source/all-entries.ts";
import { SourceError } from "../source/source.ts";
import type { BundleSource } from "../source/source.ts";

const manifestPath = "manifest.json";
const tracePath = "trace.ndjson";

/**
 * The seal of a finished bundle: size and SHA-256 of every file but the manifest, the trace apart. Throws
 * {@link SourceError} for a link or special file (a bundle has none), for a folder that cannot be listed, and for a
 * bundle without trace.
 */
export async function buildSeal(source: BundleSource): Promise<Seal> {
  const files: Seal["files"] = [];
  let trace: Seal["trace"] | undefined;
  for await (const { path, type } of allEntries(source)) {
    if (type === "directory" || path === manifestPath) continue;
    if (type !== "file") throw new SourceError(type, path, `${path} is not a regular file`);
    const digest = await digestOf(source, path);
    if (path === tracePath) trace = digest;
    else files.push({ path, ...digest });
  }
  if (trace === undefined) throw new SourceError("not-found", tracePath, "There is no trace");
  files.sort((one, other) => (one.path < other.path ? -1 : 1));
  return { algorithm: "sha256", trace, files };
}

async function digestOf(source: BundleSource, path: string): Promise<Seal["trace"]> {
  const hasher = source.sha256();
  let bytes = 0;
  for await (const block of source.blocks(path)) {
    hasher.update(block);
    bytes += block.length;
  }
  return { bytes, sha256: await hasher.hex() };
}
