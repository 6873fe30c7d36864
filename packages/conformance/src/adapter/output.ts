import type { Readable } from "node:stream";

/** What a process wrote to one stream, up to a limit. */
export interface Collected {
  /** Everything, or what came before the limit was passed. */
  bytes(): Uint8Array;
  /** Fulfilled when nothing more can come. */
  readonly ended: Promise<void>;
  /** Fulfilled when more came than the limit allows; else never. */
  readonly overflowed: Promise<void>;
}

/** Collects a stream. What is beyond the limit is thrown away, so that the process is never held up. */
export function collect(stream: Readable, maxBytes: number): Collected {
  const chunks: Buffer[] = [];
  let length = 0;
  const { promise: overflowed, resolve: overflow } = Promise.withResolvers<void>();
  const ended = new Promise<void>((resolve) => {
    for (const event of ["end", "close", "error"]) stream.once(event, () => resolve());
  });
  stream.on("data", (chunk: Buffer) => {
    if (length > maxBytes) return;
    length += chunk.length;
    if (length > maxBytes) overflow();
    else chunks.push(chunk);
  });
  return { bytes: () => Buffer.concat(chunks), ended, overflowed };
}

/** Keeps the end of a stream: of an error, the last words tell most. */
export function keepEnd(stream: Readable, maxBytes: number): { text(): string } {
  let chunks: Buffer[] = [];
  let length = 0;
  let isCut = false;
  stream.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length <= 2 * maxBytes) return;
    const end = Buffer.concat(chunks).subarray(-maxBytes);
    chunks = [Buffer.from(end)];
    length = end.length;
    isCut = true;
  });
  return {
    text() {
      const all = Buffer.concat(chunks);
      const cut = isCut || all.length > maxBytes;
      return (cut ? "…" : "") + all.subarray(-maxBytes).toString("utf8");
    },
  };
}
