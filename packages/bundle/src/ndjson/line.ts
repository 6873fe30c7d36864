/**
 * What is wrong with a line before anybody looks at its JSON. `invalid-utf8`: `text` has U+FFFD for the bad bytes.
 * `carriage-return`: the line ends with CR LF; `text` is without the CR. `blank`: nothing but JSON whitespace.
 * `too-long`: over the limit; `text` is "". The gravest one is told: too-long, invalid-utf8, blank, carriage-return.
 */
export type LineProblem = "invalid-utf8" | "carriage-return" | "blank" | "too-long";

/** One line of an NDJSON file. */
export interface Line {
  /** Without its LF. Keeping it keeps the whole block of text that it was cut from. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Offset of its first byte in the file. */
  readonly byteOffset: number;
  /** Its length in bytes, without the LF. */
  readonly bytes: number;
  readonly problem: LineProblem | undefined;
  /** For `invalid-utf8`: offset of the first bad byte in the file. */
  readonly badByte?: number;
}

/** Some lines in a row. */
export interface LineBlock {
  /** Never empty. */
  readonly lines: readonly Line[];
  /** Offset in the file after these lines and their LFs: where to go on from. */
  readonly endOffset: number;
  /** The last of these lines ends with the file and not with an LF. */
  readonly unterminated: boolean;
}
