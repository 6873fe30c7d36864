import { portableSha256, type BundleSource } from "@flow-bundle/bundle";
import { blobBlocks, blobSlice } from "./blob-blocks.ts";
import { tooLarge, Tree } from "./tree.ts";

/** A file of a folder that was picked or dropped. `path` is relative to the bundle. */
export interface PickedFile {
  readonly path: string;
  readonly file: Blob;
}

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
      return blobSlice(path, file, 0, bytes);
    },
    async *blocks(path, start = 0, end = Infinity) {
      const { file, bytes } = tree.get(path);
      yield* blobBlocks(path, file, Math.max(0, start), Math.min(end, bytes));
    },
    sha256: portableSha256,
  };
}
