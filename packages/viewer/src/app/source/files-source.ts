import type { BundleSource } from "@flow-bundle/bundle";
import { blobBlocks, blobSlice } from "./blob-blocks.ts";
import { Tree } from "./tree.ts";
import { treeSource } from "./tree-source.ts";

/** A file of a folder that was picked or dropped. `path` is relative to the bundle. */
export interface PickedFile {
  readonly path: string;
  readonly file: Blob;
}

/** A bundle as a list of files: what browsers give that have no directory handles. */
export function filesSource(name: string, files: readonly PickedFile[]): BundleSource {
  const tree = new Tree(files.map(({ path, file }) => ({ path, file, bytes: file.size })));
  return treeSource(name, tree, {
    bytes: ({ path, file, bytes }) => blobSlice(path, file, 0, bytes),
    blocks: ({ path, file }, start, end) => blobBlocks(path, file, start, end),
  });
}
