import { memorySource, SourceError, type BundleSource } from "@flow-bundle/bundle";
import { nodeSha256 } from "@flow-bundle/bundle/node";
import type { Files, Workspace } from "./workspace.ts";

/** A bundle in memory. */
export function sourceOf(name: string, files: Files): BundleSource {
  return memorySource(name, files, nodeSha256);
}

/** A mutant in memory, with its empty folders. Reading a file that has a fault fails as a file system would fail. */
export function sourceOfMutant(name: string, { files, special, faults }: Workspace): BundleSource {
  const all = new Map(files);
  for (const { type, path } of special) {
    if (type !== "mkdir") throw new Error(`${path}: a ${type} needs a real folder`);
    all.set(`${path}/`, new Uint8Array());
  }
  const source = sourceOf(name, all);
  if (faults.size === 0) return source;
  const refuse = (path: string): void => {
    const fault = faults.get(path);
    if (fault !== undefined) throw new SourceError(fault, path, `${path} cannot be read`);
  };
  return {
    name,
    entries: () => source.entries(),
    size: (path) => source.size(path),
    async read(path, maxBytes) {
      refuse(path);
      return source.read(path, maxBytes);
    },
    async *blocks(path, start, end) {
      refuse(path);
      yield* source.blocks(path, start, end);
    },
    sha256: () => source.sha256(),
  };
}
