import { SourceError } from "@flow-bundle/bundle";
import { streamBlocks } from "./tree.ts";

/**
 * The bytes of a resource from `start` to `end`, exclusive.
 *
 * @throws {SourceError} when it is not there, or gave another number of bytes.
 */
export async function fetchBytes(
  url: string,
  path: string,
  start: number,
  end: number,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(end - start);
  let at = 0;
  for await (const block of fetchBlocks(url, path, start, end)) {
    bytes.set(block, at);
    at += block.length;
  }
  return bytes;
}

/** As {@link fetchBytes}, as they come. */
export async function* fetchBlocks(
  url: string,
  path: string,
  start: number,
  end: number,
): AsyncGenerator<Uint8Array> {
  if (start >= end) return;
  const response = await request(url, path, { range: `bytes=${start}-${end - 1}` });
  // A host without ranges sends the whole file.
  let skip = response.status === 206 ? 0 : start;
  let missing = end - start;
  for await (const block of streamBlocks(response.body ?? new Blob([]).stream(), letGo)) {
    const part = block.subarray(Math.min(skip, block.length), skip + missing);
    skip -= Math.min(skip, block.length);
    missing -= part.length;
    if (part.length > 0) yield part;
    if (missing === 0) return;
  }
  throw new SourceError("changed", path, "The file became shorter while it was being read");
}

/** Frees the memory of a chunk. Left to the collector, those of a long file pile up to dozens of megabytes. */
function letGo({ buffer, byteLength }: Uint8Array): void {
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  if (isWhole && "transfer" in buffer) buffer.transfer(0);
}

/** The size of a resource; undefined when there is none. */
export async function fetchSize(url: string, path: string): Promise<number | undefined> {
  try {
    const { headers } = await request(url, path, {}, "HEAD");
    const length = headers.get("content-encoding") === null ? headers.get("content-length") : null;
    if (length !== null) return Number(length);
    // The host compresses what it sends, so that only the bytes themselves tell how many there are.
    const body = await request(url, path, {});
    return (await body.blob()).size;
  } catch (error) {
    if (error instanceof SourceError && error.code === "not-found") return undefined;
    throw error;
  }
}

async function request(
  url: string,
  path: string,
  headers: Record<string, string>,
  method = "GET",
): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { method, headers, redirect: "error", credentials: "same-origin" });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SourceError("unreadable", path, `It could not be fetched: ${reason}`, {
      cause: error,
    });
  }
  if (response.ok) return response;
  const isAbsent = response.status === 404 || response.status === 410;
  const message = isAbsent ? "There is no such file" : `The host answered ${response.status}`;
  throw new SourceError(isAbsent ? "not-found" : "unreadable", path, message);
}
