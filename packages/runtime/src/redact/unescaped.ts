/** An escape of JSON; a pair of surrogates is one. */
const escape =
  /\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|["\\/bfnrt])/g;
/** Units of the longest escape. */
export const longestEscape = 12;
/** The beginning of one at the end of a text. */
const begun = /\\(?:u[0-9a-fA-F]{0,3}|u[dD][89abAB][0-9a-fA-F]{2}(?:\\(?:u[0-9a-fA-F]{0,3})?)?)?$/;

/** A text without the escapes that JSON may have in it, and where each part of it stood. */
export interface Unescaped {
  readonly text: string;
  /** Where in the original text the unit at an offset of `text` begins. */
  start(offset: number): number;
  /** Where in the original text the unit before an offset of `text` ends. */
  end(offset: number): number;
}

/**
 * Reads a text as if it stood in JSON: writers of JSON differ in what they escape, and how. Undefined when it has no
 * escape.
 *
 * @param unitsOf how the text has its characters: as they are, or as bytes.
 */
export function unescaped(text: string, unitsOf: (text: string) => string): Unescaped | undefined {
  if (!text.includes("\\")) return undefined;
  const found = text.replace(escape, (match) => unitsOf(characterOf(match)));
  return found === text ? undefined : new Located(text, found, unitsOf);
}

/** Where an escape begins that a text ends in the middle of; its length when there is none. */
export function beginningOfEscape(text: string): number {
  // Only the last few units can be one: a long text is not searched.
  const from = Math.max(0, text.length - longestEscape);
  const at = text.slice(from).search(begun);
  return at === -1 ? text.length : from + at;
}

class Located implements Unescaped {
  readonly text: string;
  /** Of each escape: its offsets in `text` and in the original, and its lengths in both. Made when it is asked for. */
  readonly #escapes: readonly (readonly [
    at: number,
    from: number,
    units: number,
    length: number,
  ])[];

  constructor(original: string, text: string, unitsOf: (text: string) => string) {
    this.text = text;
    let shift = 0;
    this.#escapes = Array.from(original.matchAll(escape), ({ 0: match, index }) => {
      const units = unitsOf(characterOf(match)).length;
      const at = index - shift;
      shift += match.length - units;
      return [at, index, units, match.length] as const;
    });
  }

  start(offset: number): number {
    const found = this.#lastUpTo(offset);
    if (found === undefined) return offset;
    const [at, from, units, length] = found;
    return offset < at + units ? from : from + length + (offset - at - units);
  }

  end(offset: number): number {
    return offset === 0 ? 0 : this.#endOf(offset - 1);
  }

  /** Where the unit at an offset ends. */
  #endOf(offset: number): number {
    const found = this.#lastUpTo(offset);
    if (found === undefined) return offset + 1;
    const [at, from, units, length] = found;
    return offset < at + units ? from + length : from + length + (offset - at - units) + 1;
  }

  /** The last escape that begins at an offset or before it. */
  #lastUpTo(offset: number) {
    let [low, high] = [0, this.#escapes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#escapes[middle]?.[0] ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    return this.#escapes[low - 1];
  }
}

function characterOf(match: string): string {
  const [, letter = ""] = match;
  if (letter !== "u") return controls[letter] ?? letter;
  const first = String.fromCharCode(Number.parseInt(match.slice(2, 6), 16));
  return match.length === 6
    ? first
    : first + String.fromCharCode(Number.parseInt(match.slice(8), 16));
}

const controls: { readonly [letter: string]: string } = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};
