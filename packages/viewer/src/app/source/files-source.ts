import { portableSha256, SourceError, type BundleSource } from "@flow-bundle/bundle";
import { inBlocks, tooLarge, Tree } from "./tree.ts";

/** A file of a folder that was picked or dropped. `path` is relative to the bundle. */
export interface PickedFile {
  readonly path: string;
  readonly file: Blob;
}

const sliceSize = 1024 * 1024;

/** A bundle as a list of files: what browsers give that have no directory handles. */
export function filesSource(name: string, files: readonly PickedFile[]): BundleSource {
  const tree = new Tree(files.map(({ path, file }) => ({ path, file, bytes: file.size })));
  return {
    name,
    async *entries() {
      yield* tree.entries;
    },
    async size(path) {
      return tree.find(path)?.bytes;
    },
    async read(path, maxBytes) {
      const { file, bytes } = tree.get(path);
      if (bytes > maxBytes) throw tooLarge(path, bytes, maxBytes);
      return slice(path, file, 0, bytes);
    },
    async *blocks(path, start = 0, end = Infinity) {
      const { file, bytes } = tree.get(path);
      const stop = Math.min(end, bytes);
      for (let at = Math.max(0, start); at < stop; at += sliceSize) {
        yield* inBlocks(await slice(path, file, at, Math.min(at + sliceSize, stop)));
      }
    },
    sha256: portableSha256,
  };
}

async function slice(path: string, file: Blob, start: number, end: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(start, end).arrayBuffer());
  } catch (error) {
    throw new SourceError("changed", path, "The file changed since it was picked", {
      cause: error,
    });
  }
}
