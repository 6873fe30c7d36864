import { decodeLossy, decodeUtf8, firstBadByte } from "../json/utf8.ts";
import type { Line, LineBlock } from "./line.ts";

const LF = 0x0a;
const CR = 0x0d;

/** How long a line may be, in bytes, unless an option says otherwise. */
export const defaultMaxLineBytes = 64 * 1024 * 1024;

/** Where the splitting begins and what it accepts. */
export interface SplitOptions {
  /** Longer lines are passed over (`too-long`). Default 64 MiB. */
  readonly maxLineBytes?: number;
  /** Offset in the file of the first byte that comes; it has to be the start of a line. Default 0. */
  readonly start?: number;
  /** Number of the first line. Default 1. */
  readonly firstLine?: number;
}

/**
 * Cuts a stream of bytes into lines. Only LF ends a line. Whole blocks are decoded at once; what is kept between two
 * blocks is the unfinished last line, at most `maxLineBytes` of it.
 */
export class LineSplitter {
  readonly #maxLineBytes: number;
  #line: number;
  /** Offset in the file of the next byte to come. */
  #offset: number;
  /** Start of an unfinished line. `#partLength` counts on when the line got too long and its bytes are not kept. */
  #part = new Uint8Array(0);
  #partLength = 0;

  constructor(options: SplitOptions = {}) {
    this.#maxLineBytes = options.maxLineBytes ?? defaultMaxLineBytes;
    this.#line = options.firstLine ?? 1;
    this.#offset = options.start ?? 0;
  }

  /** Takes the next bytes; returns the lines that end in them. The bytes are not kept. */
  push(bytes: Uint8Array): LineBlock | undefined {
    const lines: Line[] = [];
    let from = 0;
    if (this.#partLength > 0) {
      const end = bytes.indexOf(LF);
      this.#keep(bytes.subarray(0, end === -1 ? bytes.length : end));
      if (end === -1) return undefined;
      this.#takePart(lines);
      this.#offset++;
      from = end + 1;
    }
    const last = bytes.lastIndexOf(LF);
    if (last >= from) {
      this.#split(bytes.subarray(from, last), lines);
      this.#offset += last + 1 - from;
      from = last + 1;
    }
    const endOffset = this.#offset;
    this.#keep(bytes.subarray(from));
    return lines.length === 0 ? undefined : { lines, endOffset, unterminated: false };
  }

  /** The last line, when it did not end with an LF. */
  end(): LineBlock | undefined {
    if (this.#partLength === 0) return undefined;
    const lines: Line[] = [];
    this.#takePart(lines);
    return { lines, endOffset: this.#offset, unterminated: true };
  }

  /** Appends to the unfinished line. */
  #keep(bytes: Uint8Array): void {
    const before = this.#partLength;
    this.#partLength += bytes.length;
    this.#offset += bytes.length;
    if (this.#partLength > this.#maxLineBytes || bytes.length === 0) return;
    if (this.#partLength > this.#part.length) {
      const larger = new Uint8Array(
        Math.min(this.#maxLineBytes, Math.max(4096, 2 * this.#partLength)),
      );
      larger.set(this.#part.subarray(0, before));
      this.#part = larger;
    }
    this.#part.set(bytes, before);
  }

  /** Makes a line of what was kept. */
  #takePart(lines: Line[]): void {
    const bytes = this.#partLength;
    const byteOffset = this.#offset - bytes;
    this.#partLength = 0;
    if (bytes > this.#maxLineBytes) lines.push(this.#tooLong(byteOffset, bytes));
    else lines.push(this.#decode(this.#part.subarray(0, bytes), byteOffset));
    if (this.#part.length > 1024 * 1024) this.#part = new Uint8Array(0);
  }

  /** Cuts bytes that end where a line ends, without its LF. */
  #split(bytes: Uint8Array, lines: Line[]): void {
    const text = decodeUtf8(bytes);
    if (text === undefined) return this.#splitBytes(bytes, lines);
    const isAscii = text.length === bytes.length;
    const max = this.#maxLineBytes;
    let from = 0;
    let byteFrom = 0;
    for (;;) {
      const lf = text.indexOf("\n", from);
      const end = lf === -1 ? text.length : lf;
      let byteEnd = end;
      if (!isAscii) {
        byteEnd = bytes.indexOf(LF, byteFrom);
        if (byteEnd === -1) byteEnd = bytes.length;
      }
      const length = byteEnd - byteFrom;
      const byteOffset = this.#offset + byteFrom;
      lines.push(
        length > max
          ? this.#tooLong(byteOffset, length)
          : this.#make(text.slice(from, end), byteOffset, length),
      );
      if (lf === -1) return;
      from = lf + 1;
      byteFrom = byteEnd + 1;
    }
  }

  /** The same where some line is not UTF-8: each is decoded for itself. */
  #splitBytes(bytes: Uint8Array, lines: Line[]): void {
    for (let from = 0; from <= bytes.length;) {
      const lf = bytes.indexOf(LF, from);
      const end = lf === -1 ? bytes.length : lf;
      const byteOffset = this.#offset + from;
      const isLong = end - from > this.#maxLineBytes;
      lines.push(
        isLong
          ? this.#tooLong(byteOffset, end - from)
          : this.#decode(bytes.subarray(from, end), byteOffset),
      );
      from = end + 1;
    }
  }

  #decode(bytes: Uint8Array, byteOffset: number): Line {
    const text = decodeUtf8(bytes);
    if (text !== undefined) return this.#make(text, byteOffset, bytes.length);
    const badByte = byteOffset + firstBadByte(bytes);
    const line = this.#line++;
    return {
      text: decodeLossy(bytes),
      line,
      byteOffset,
      bytes: bytes.length,
      problem: "invalid-utf8",
      badByte,
    };
  }

  #make(text: string, byteOffset: number, bytes: number): Line {
    const line = this.#line++;
    const isBlank = !(text.charCodeAt(0) > 0x20) && isWhitespace(text);
    if (isBlank) return { text, line, byteOffset, bytes, problem: "blank" };
    if (text.charCodeAt(text.length - 1) !== CR) {
      return { text, line, byteOffset, bytes, problem: undefined };
    }
    return { text: text.slice(0, -1), line, byteOffset, bytes, problem: "carriage-return" };
  }

  #tooLong(byteOffset: number, bytes: number): Line {
    return { text: "", line: this.#line++, byteOffset, bytes, problem: "too-long" };
  }
}

function isWhitespace(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text);
}
