import type { BundleSource } from "../source/source.ts";
import type { LineBlock } from "./line.ts";
import { LineSplitter } from "./splitter.ts";
import type { SplitOptions } from "./splitter.ts";

/** See {@link readLines}. */
export interface ReadLinesOptions extends SplitOptions {
  /** Sees the bytes as they are read, for instance to hash them. Do not keep them: the buffer is used again. */
  readonly onBytes?: (bytes: Uint8Array) => void;
}

/**
 * Reads an NDJSON file in blocks of lines. Memory does not grow with the file. Lines are told apart by LF alone, so
 * U+2028, U+2029 and CR stay inside them; what is wrong with a line is told with it, and reading goes on.
 *
 * To go on later in a file that grows, pass the last `endOffset` as `start` and the next line's number as `firstLine`.
 *
 * @throws {SourceError} when the file cannot be read.
 */
export async function* readLines(
  source: BundleSource,
  path: string,
  options: ReadLinesOptions = {},
): AsyncGenerator<LineBlock, void, undefined> {
  const splitter = new LineSplitter(options);
  for await (const bytes of source.blocks(path, options.start)) {
    options.onBytes?.(bytes);
    const block = splitter.push(bytes);
    if (block !== undefined) yield block;
  }
  const last = splitter.end();
  if (last !== undefined) yield last;
}
