import { closeSync, lstatSync, readSync, realpathSync } from "node:fs";
import { basename } from "node:path";
import { blockSize } from "../source/block.ts";
import { becameShorter, tooLarge } from "../source/errors.ts";
import { SourceError } from "../source/source.ts";
import type { BundleSource } from "../source/source.ts";
import { nodeSha256 } from "./sha256.ts";
import { fromErrno, locateFile, openVerified } from "./verified-open.ts";
import type { Root } from "./verified-open.ts";
import { walkDirectory } from "./walk.ts";

/**
 * A bundle in a directory. The directory itself may be reached through links; below it none is followed. File access is
 * synchronous inside: for the many small files of a bundle that is faster than handing each to the thread pool.
 *
 * @param name what to call the bundle in reports; default: the path as given.
 * @throws {SourceError} `not-found`, `not-a-directory` or `unreadable`, with path "", when there is no such directory.
 */
export function directorySource(path: string, name: string = path): BundleSource {
  const root = openRoot(path);
  return {
    name: name === "" ? basename(root.path) : name,
    async *entries() {
      yield* walkDirectory(root);
    },
    async size(file) {
      const located = locateFile(root, file);
      return located === undefined ? undefined : Number(located.size);
    },
    async read(file, maxBytes) {
      const { fd, size } = openVerified(root, file);
      try {
        if (size > maxBytes) throw tooLarge(file, size, maxBytes);
        const bytes = allocate(file, size);
        for (let at = 0; at < size;) at += readSome(fd, file, bytes, at, size - at, at);
        return bytes;
      } finally {
        closeSync(fd);
      }
    },
    async *blocks(file, start = 0, end = Infinity) {
      const { fd, size } = openVerified(root, file);
      try {
        const stop = Math.min(end, size);
        let at = Math.max(0, start);
        if (at >= stop) return;
        const buffer = new Uint8Array(Math.min(blockSize, stop - at));
        while (at < stop) {
          const length = readSome(fd, file, buffer, 0, Math.min(buffer.length, stop - at), at);
          at += length;
          yield buffer.subarray(0, length);
        }
      } finally {
        closeSync(fd);
      }
    },
    sha256: nodeSha256,
  };
}

function openRoot(path: string): Root {
  try {
    const real = realpathSync.native(path);
    const stats = lstatSync(real, { bigint: true });
    if (!stats.isDirectory()) {
      throw new SourceError("not-a-directory", "", "This is not a directory");
    }
    return { path: real, identity: { dev: stats.dev, ino: stats.ino } };
  } catch (error) {
    throw error instanceof SourceError ? error : fromErrno(error, "");
  }
}

/** A size may be a claim: a sparse file can have more bytes than there is memory. */
function allocate(path: string, size: number): Uint8Array {
  try {
    return new Uint8Array(size);
  } catch (cause) {
    const message = `The file has ${size} bytes, more than there is memory for`;
    throw new SourceError("too-large", path, message, { cause });
  }
}

/** Reads at least one byte; a file that ends earlier than its size said has changed. */
function readSome(
  fd: number,
  path: string,
  into: Uint8Array,
  offset: number,
  length: number,
  position: number,
): number {
  let count: number;
  try {
    count = readSync(fd, into, offset, length, position);
  } catch (error) {
    throw fromErrno(error, path);
  }
  if (count === 0) throw becameShorter(path);
  return count;
}
