import { decodeLossy, SourceError, type BundleSource } from "@flow-bundle/bundle";

/** Bytes of a file that are shown at once. */
export const partBytes = { text: 128 * 1024, hex: 4096 } as const;

/** A part of a file. */
export interface Part {
  /** Empty when it could not be read. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly failure: string | undefined;
}

/** How many parts a file has; at least one. */
export function partCount(size: number, length: number): number {
  return Math.max(1, Math.ceil(size / length));
}

/** Reads some bytes of a file; fewer where it ends. */
export async function readPart(
  source: BundleSource,
  path: string,
  start: number,
  length: number,
): Promise<Part> {
  const bytes = new Uint8Array(length);
  let at = 0;
  try {
    for await (const block of source.blocks(path, start, start + length)) {
      const part = block.subarray(0, length - at);
      bytes.set(part, at);
      at += part.length;
      if (at === length) break;
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { bytes: new Uint8Array(0), failure: error.message };
  }
  return { bytes: bytes.slice(0, at), failure: undefined };
}

/**
 * The characters that begin in a part. `bytes` may have up to three bytes more than the part, so that the last character
 * is whole; a character that began in the part before is left out.
 */
export function textOfPart(bytes: Uint8Array, isFirst: boolean, length: number): string {
  let start = 0;
  if (!isFirst) while (start < 3 && isContinuation(bytes[start])) start += 1;
  let end = Math.min(length, bytes.length);
  while (end < bytes.length && end < length + 3 && isContinuation(bytes[end])) end += 1;
  return decodeLossy(bytes.subarray(start, end));
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/** A line of a hex view. */
export interface HexLine {
  readonly offset: string;
  readonly hex: string;
  readonly text: string;
}

/** Sixteen bytes to a line, with what they are in ASCII. */
export function hexLines(bytes: Uint8Array, start: number): HexLine[] {
  const lines: HexLine[] = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const row = bytes.subarray(at, at + 16);
    lines.push({
      offset: (start + at).toString(16).padStart(8, "0"),
      hex: Array.from(row, (byte) => byte.toString(16).padStart(2, "0")).join(" "),
      text: Array.from(row, (byte) =>
        byte > 0x1f && byte < 0x7f ? String.fromCodePoint(byte) : "·",
      ).join(""),
    });
  }
  return lines;
}
