import { SourceError, type BundleSource } from "@flow-bundle/bundle";
import { BlobReader, configure, ZipReader, type Entry } from "@zip.js/zip.js";
import { blobBlocks, blobSlice } from "./blob-blocks.ts";
import { streamBlocks, Tree } from "./tree.ts";
import { treeSource } from "./tree-source.ts";
import { UnpackedFiles } from "./unpacked-files.ts";

// Workers from blob: addresses, which the library would make, are forbidden by the policy of the page.
configure({ useWebWorkers: false });

interface Zipped {
  readonly path: string;
  readonly bytes: number;
  readonly entry: Entry;
}

const listed = new WeakMap<Blob, Promise<readonly Zipped[]>>();

/** The files of an archive, without folders. An archive is listed once, however many bundles are in it. */
export function listZip(blob: Blob): Promise<readonly Zipped[]> {
  const known = listed.get(blob) ?? readList(blob);
  listed.set(blob, known);
  return known;
}

async function readList(blob: Blob): Promise<readonly Zipped[]> {
  const reader = new ZipReader(new BlobReader(blob));
  const entries = await reader.getEntries();
  return entries
    .filter((entry) => !entry.directory)
    .map((entry) => ({ path: entry.filename, bytes: entry.uncompressedSize, entry }));
}

/**
 * A bundle in a zip archive. Files are unpacked when they are read, each up to the size that the archive claims for it
 * and no further; those that are not too large are kept, so that a second read, or one of a part, unpacks nothing.
 */
export async function zipSource(name: string, blob: Blob, prefix: string): Promise<BundleSource> {
  const all = await listZip(blob);
  const tree = new Tree(
    all
      .filter(({ path }) => path.startsWith(prefix))
      .map((file) => ({ ...file, path: file.path.slice(prefix.length) })),
  );
  const unpacked = new UnpackedFiles<Zipped>();
  const whole = (file: Zipped): Promise<Blob> =>
    unpacked.find(file) ?? unpacked.keep(file, unpackWhole(file));

  return treeSource(name, tree, {
    async bytes(file) {
      return blobSlice(file.path, await whole(file), 0, file.bytes);
    },
    async *blocks(file, start, end) {
      const { path, bytes } = file;
      const kept = unpacked.find(file);
      if (kept !== undefined) yield* blobBlocks(path, await kept, start, end);
      else if (!unpacked.accepts(file)) yield* unpack(file, start, end);
      else if (start > 0 || end < bytes) yield* blobBlocks(path, await whole(file), start, end);
      else {
        // Who reads all of it gets it as it comes; at the end it is kept.
        const parts: Uint8Array<ArrayBuffer>[] = [];
        for await (const block of unpack(file, 0, bytes)) {
          parts.push(new Uint8Array(block));
          yield block;
        }
        void unpacked.keep(file, Promise.resolve(new Blob(parts)));
      }
    },
  });
}

async function unpackWhole(file: Zipped): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const block of unpack(file, 0, file.bytes)) parts.push(new Uint8Array(block));
  return new Blob(parts);
}

async function* unpack(file: Zipped, start: number, end: number): AsyncGenerator<Uint8Array> {
  let at = 0;
  const { entry, path } = file;
  if (entry.directory) return;
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const done = entry.getData(writable).catch((error: unknown) => error);
  try {
    for await (const block of streamBlocks(readable)) {
      const part = block.subarray(Math.max(0, start - at), Math.max(0, end - at));
      at += block.length;
      if (at > file.bytes) break;
      if (part.length > 0) yield part;
      if (at >= end && end < file.bytes) return;
    }
  } catch (error) {
    throw damaged(path, error);
  }
  const failure: unknown = await done;
  if (at === file.bytes && !(failure instanceof Error)) return;
  throw damaged(path, failure);
}

function damaged(path: string, cause: unknown): SourceError {
  const reason = cause instanceof Error ? cause.message : "it is not as long as it claims";
  return new SourceError("unreadable", path, `The archive is damaged: ${reason}`, { cause });
}
