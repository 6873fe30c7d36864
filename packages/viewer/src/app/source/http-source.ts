import type { BundleSource, SourceEntry } from "@flow-bundle/bundle";
import { apiPaths, type FileEntry } from "../../protocol/api.ts";
import { fetchBlocks, fetchBytes } from "./fetch.ts";
import { Tree } from "./tree.ts";
import { treeSource } from "./tree-source.ts";

interface Served {
  readonly id: string;
  readonly path: string;
  readonly bytes: number;
}

/**
 * A bundle that `bundle-view` serves. Sizes are those of the listing: what was written later is not read.
 *
 * @param base address of the page.
 */
export function httpSource(
  name: string,
  listing: readonly FileEntry[],
  base: string = pageUrl(),
): BundleSource {
  const files: Served[] = [];
  const others: SourceEntry[] = [];
  for (const entry of listing) {
    const { id, path, type, bytes, problem } = entry;
    if (id !== undefined) files.push({ id, path, bytes });
    else others.push({ path, type, bytes, ...(problem !== undefined && { problem }) });
  }
  const tree = new Tree(files, others);
  const urlOf = ({ id }: Served): string => new URL(apiPaths.file + id, base).href;
  return treeSource(name, tree, {
    bytes: (file) => fetchBytes(urlOf(file), file.path, 0, file.bytes),
    blocks: (file, start, end) => fetchBlocks(urlOf(file), file.path, start, end),
  });
}

/** Where the page is; scripts of workers lie in a folder below it. */
function pageUrl(): string {
  if (typeof document !== "undefined") return document.baseURI;
  return new URL("../", self.location.href).href;
}
