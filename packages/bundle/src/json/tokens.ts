/**
 * Reads the strings and numbers of one JSON text for the scan. A reading function returns the offset after the token, or
 * -1 when the text is wrong: then `failedAt` and `expected` say where and why.
 */
export class Tokens {
  failedAt = 0;
  expected = "";
  /** Whether the last string has an escape. */
  hasEscape = false;
  /** Whether the last string may have a surrogate without its partner: `loneSurrogate` tells. */
  mayBeLone = false;
  /** Whether the last number may be out of range: it has an exponent, or 16 digits. */
  mayBeLarge = false;

  readonly #text: string;
  readonly #hasRawLone: boolean;

  constructor(text: string, decoded: boolean) {
    this.#text = text;
    this.#hasRawLone = !decoded && !text.isWellFormed();
  }

  string(open: number): number {
    const text = this.#text;
    this.hasEscape = false;
    this.mayBeLone = this.#hasRawLone;
    for (let i = open + 1; ;) {
      let c = text.charCodeAt(i);
      while (c >= 0x20 && c !== 0x22 && c !== 0x5c) c = text.charCodeAt(++i);
      if (c === 0x22) return i + 1;
      if (c !== 0x5c) return this.#fail(i, "the end of the string");
      this.hasEscape = true;
      c = text.charCodeAt(i + 1);
      if (c === 0x75) {
        const unit = hexUnit(text, i + 2);
        if (unit < 0) return this.#fail(i + 2, "four hexadecimal digits after \\u");
        if (isSurrogate(unit)) this.mayBeLone = true;
        i += 6;
      } else if (isEscape(c)) {
        i += 2;
      } else {
        return this.#fail(i + 1, 'one of " \\ / b f n r t u after the backslash');
      }
    }
  }

  number(at: number): number {
    const text = this.#text;
    let i = text.charCodeAt(at) === 0x2d ? at + 1 : at;
    let end = skipDigits(text, i);
    if (end === i) return this.#fail(i, 'a digit after "-"');
    if (end > i + 1 && text.charCodeAt(i) === 0x30) {
      return this.#fail(i + 1, "no digit after a leading 0");
    }
    if (text.charCodeAt(end) === 0x2e) {
      i = end + 1;
      end = skipDigits(text, i);
      if (end === i) return this.#fail(i, "a digit after the decimal point");
    }
    this.mayBeLarge = end - at >= 16;
    if ((text.charCodeAt(end) | 0x20) === 0x65) {
      this.mayBeLarge = true;
      const sign = text.charCodeAt(end + 1);
      i = end + (sign === 0x2b || sign === 0x2d ? 2 : 1);
      end = skipDigits(text, i);
      if (end === i) return this.#fail(i, "a digit in the exponent");
    }
    return end;
  }

  #fail(at: number, expected: string): -1 {
    this.failedAt = at;
    this.expected = expected;
    return -1;
  }
}

/** A surrogate without its partner, and where it is written, as a unit or as an escape. */
export interface LoneSurrogate {
  readonly offset: number;
  readonly unit: number;
}

/**
 * The first lone surrogate in a valid string token. Pairs count by value: it does not matter whether one half, or both,
 * are escaped.
 */
export function loneSurrogate(text: string, open: number, end: number): LoneSurrogate | undefined {
  let high: LoneSurrogate | undefined;
  for (let i = open + 1; i < end - 1;) {
    const offset = i;
    let unit = text.charCodeAt(i++);
    if (unit === 0x5c) {
      const isUnicode = text.charCodeAt(i) === 0x75;
      unit = isUnicode ? hexUnit(text, i + 1) : 0;
      i += isUnicode ? 5 : 1;
    }
    const isLow = unit >= 0xdc00 && unit <= 0xdfff;
    if (high !== undefined && !isLow) return high;
    if (high === undefined && isLow) return { offset, unit };
    high = unit >= 0xd800 && unit <= 0xdbff ? { offset, unit } : undefined;
  }
  return high;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function skipDigits(text: string, from: number): number {
  let i = from;
  let c = text.charCodeAt(i);
  while (c >= 0x30 && c <= 0x39) c = text.charCodeAt(++i);
  return i;
}

function isEscape(c: number): boolean {
  // " / \ b f n r t
  return (
    c === 0x22 ||
    c === 0x2f ||
    c === 0x5c ||
    c === 0x62 ||
    c === 0x66 ||
    c === 0x6e ||
    c === 0x72 ||
    c === 0x74
  );
}

/** The value of four hexadecimal digits; -1 when they are not. */
function hexUnit(text: string, at: number): number {
  let unit = 0;
  for (let i = at; i < at + 4; i++) {
    const c = text.charCodeAt(i);
    const letter = c | 0x20;
    if (c >= 0x30 && c <= 0x39) unit = unit * 16 + c - 0x30;
    else if (letter >= 0x61 && letter <= 0x66) unit = unit * 16 + letter - 0x57;
    else return -1;
  }
  return unit;
}
