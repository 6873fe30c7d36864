import { portableSha256, type BundleSource } from "@flow-bundle/bundle";
import { tooLarge, type Tree, type TreeFile } from "./tree.ts";

/** How the files of a tree are read. `start` and `end` (exclusive) lie in the file, and `start` before `end`. */
export interface TreeReader<File extends TreeFile> {
  bytes(file: File): Promise<Uint8Array>;
  blocks(file: File, start: number, end: number): AsyncIterable<Uint8Array>;
}

/** A bundle of which all files and their sizes are known beforehand. */
export function treeSource<File extends TreeFile>(
  name: string,
  tree: Tree<File>,
  reader: TreeReader<File>,
): BundleSource {
  return {
    name,
    async *entries() {
      yield* tree.entries;
    },
    async size(path) {
      return tree.find(path)?.bytes;
    },
    async read(path, maxBytes) {
      const file = tree.get(path);
      if (file.bytes > maxBytes) throw tooLarge(path, file.bytes, maxBytes);
      return reader.bytes(file);
    },
    async *blocks(path, start = 0, end = Infinity) {
      const file = tree.get(path);
      const [from, to] = [Math.max(0, start), Math.min(end, file.bytes)];
      if (from < to) yield* reader.blocks(file, from, to);
    },
    sha256: portableSha256,
  };
}
