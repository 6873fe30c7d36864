import { SourceError } from "@flow-bundle/bundle";
import { inBlocks } from "./tree.ts";

const sliceSize = 1024 * 1024;

/**
 * A part of a blob as blocks, read slice by slice.
 *
 * @throws {SourceError} `changed` when it can no longer be read.
 */
export async function* blobBlocks(
  path: string,
  blob: Blob,
  start: number,
  end: number,
): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; at += sliceSize) {
    yield* inBlocks(await blobSlice(path, blob, at, Math.min(at + sliceSize, end)));
  }
}

/** As {@link blobBlocks}, in one. */
export async function blobSlice(
  path: string,
  blob: Blob,
  start: number,
  end: number,
): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.slice(start, end).arrayBuffer());
  } catch (error) {
    throw new SourceError("changed", path, "The file changed since it was picked", {
      cause: error,
    });
  }
}
