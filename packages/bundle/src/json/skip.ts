/** Index of the quote that closes the string which opens at `open`; the end of the text when there is none. */
export function endOfString(text: string, open: number): number {
  for (let i = open + 1; ;) {
    const quote = text.indexOf('"', i);
    if (quote === -1) return text.length;
    let backslashes = 0;
    while (text.charCodeAt(quote - 1 - backslashes) === 0x5c) backslashes++;
    if (backslashes % 2 === 0) return quote;
    i = quote + 1;
  }
}

/** Index of the first unit from an offset on that is not JSON whitespace. */
export function skipWhitespace(text: string, from: number): number {
  let i = from;
  let c = text.charCodeAt(i);
  while (c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09) c = text.charCodeAt(++i);
  return i;
}

/** Index after the value that starts at an offset, judged by quotes and brackets only. */
export function skipValue(text: string, from: number): number {
  let depth = 0;
  let i = from;
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x22) {
      i = endOfString(text, i);
      if (depth === 0) return i + 1;
    } else if (c === 0x7b || c === 0x5b) {
      depth++;
    } else if (c === 0x7d || c === 0x5d) {
      // A closing bracket at depth 0 belongs to the container of a scalar.
      if (depth === 0) return i;
      if (--depth === 0) return i + 1;
    } else if (
      depth === 0 &&
      (c === 0x2c || c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09)
    ) {
      return i;
    }
  }
  return i;
}
