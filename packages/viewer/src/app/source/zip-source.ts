import { portableSha256, SourceError, type BundleSource } from "@flow-bundle/bundle";
import { BlobReader, configure, ZipReader, type Entry } from "@zip.js/zip.js";
import { streamBlocks, tooLarge, Tree } from "./tree.ts";

// Workers from blob: addresses, which the library would make, are forbidden by the policy of the page.
configure({ useWebWorkers: false });

interface Zipped {
  readonly path: string;
  readonly bytes: number;
  readonly entry: Entry;
}

/** The files of an archive, without folders. */
export async function listZip(blob: Blob): Promise<readonly Zipped[]> {
  const reader = new ZipReader(new BlobReader(blob));
  const entries = await reader.getEntries();
  return entries
    .filter((entry) => !entry.directory)
    .map((entry) => ({ path: entry.filename, bytes: entry.uncompressedSize, entry }));
}

/**
 * A bundle in a zip archive. Files are unpacked when they are read, each up to the size that the archive claims for it
 * and no further.
 */
export async function zipSource(name: string, blob: Blob, prefix: string): Promise<BundleSource> {
  const all = await listZip(blob);
  const tree = new Tree(
    all
      .filter(({ path }) => path.startsWith(prefix))
      .map((file) => ({ ...file, path: file.path.slice(prefix.length) })),
  );

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
      const bytes = new Uint8Array(file.bytes);
      let at = 0;
      for await (const block of unpack(file, 0, file.bytes)) {
        bytes.set(block, at);
        at += block.length;
      }
      return bytes;
    },
    async *blocks(path, start = 0, end = Infinity) {
      const file = tree.get(path);
      const stop = Math.min(end, file.bytes);
      if (start < stop) yield* unpack(file, Math.max(0, start), stop);
    },
    sha256: portableSha256,
  };
}

async function* unpack(file: Zipped, start: number, end: number): AsyncGenerator<Uint8Array> {
  let at = 0;
  const { entry, path } = file;
  if (entry.directory) return;
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const done = entry.getData(writable).catch((error: unknown) => error);
  for await (const block of streamBlocks(readable)) {
    const part = block.subarray(Math.max(0, start - at), Math.max(0, end - at));
    at += block.length;
    if (at > file.bytes) break;
    if (part.length > 0) yield part;
    if (at >= end) return;
  }
  const failure: unknown = await done;
  if (at === file.bytes && !(failure instanceof Error)) return;
  const reason = failure instanceof Error ? failure.message : "it is not as long as it claims";
  throw new SourceError("unreadable", path, `The archive is damaged: ${reason}`);
}
