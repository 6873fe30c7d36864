import { portableSha256, type BundleSource, type SourceEntry } from "@flow-bundle/bundle";
import { apiPaths, type FileEntry } from "../../protocol/api.ts";
import { fetchBlocks, fetchBytes } from "./fetch.ts";
import { tooLarge, Tree } from "./tree.ts";

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
      return fetchBytes(urlOf(file), path, 0, file.bytes);
    },
    async *blocks(path, start = 0, end = Infinity) {
      const file = tree.get(path);
      yield* fetchBlocks(urlOf(file), path, Math.max(0, start), Math.min(end, file.bytes));
    },
    sha256: portableSha256,
  };
}

/** Where the page is; scripts of workers lie in a folder below it. */
function pageUrl(): string {
  if (typeof document !== "undefined") return document.baseURI;
  return new URL("../", self.location.href).href;
}
