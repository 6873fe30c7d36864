import { beginningOfEscape, longestEscape, unescaped } from "./unescaped.ts";

/** A text to look for. */
export interface Secret {
  /** Name of the variable that holds it. */
  readonly name: string;
  readonly text: string;
}

/** A part of a text that secrets cover, from `start` up to `end`. */
export interface Cover {
  readonly start: number;
  readonly end: number;
  /** Of the secret that begins first in it; of several, the longest. */
  readonly name: string;
}

/**
 * Looks for fixed texts, one after the other: the time is that of as many `indexOf`, and of as many again where a text
 * has escapes of JSON: then it is also looked at without them. Parts that overlap are one part, so nothing of a secret
 * stays because another one began before it.
 */
export class Search {
  readonly #needles: readonly Needle[];
  readonly #unitsOf: (text: string) => string;

  /**
   * @param secrets the longest first
   * @param unitsOf how a text has its characters: as they are, or as bytes
   */
  constructor(secrets: readonly Secret[], unitsOf = (text: string) => text) {
    this.#needles = secrets.map((secret) => ({ ...secret, period: periodOf(secret.text) }));
    this.#unitsOf = unitsOf;
  }

  /** Whether there is any, not looking at escapes. */
  finds(text: string): boolean {
    return this.#needles.some((needle) => text.includes(needle.text));
  }

  /** What is covered, in order. */
  covers(text: string): Cover[] {
    const found = this.#needles.flatMap((needle) => occurrences(text, needle));
    const plain = unescaped(text, this.#unitsOf);
    if (plain !== undefined && this.finds(plain.text)) {
      for (const { start, end, name } of this.#needles.flatMap((needle) =>
        occurrences(plain.text, needle),
      )) {
        found.push({ start: plain.start(start), end: plain.end(end), name });
      }
    }
    if (found.length < 2) return found;
    // A stable sort: of those that begin together the longest comes first.
    found.sort((a, b) => a.start - b.start);
    const merged: Cover[] = [];
    for (const next of found) {
      const last = merged.at(-1);
      if (last === undefined || next.start >= last.end) merged.push(next);
      else if (next.end > last.end) merged.push({ ...(merged.pop() ?? next), end: next.end });
    }
    return merged;
  }

  /**
   * The longest end of a text that a secret begins with, without being it: from where it begins. An end that may become
   * an escape with which a secret begins has no name.
   */
  openEnd(text: string): OpenEnd | undefined {
    const asItIs = this.#openEnd(text);
    const longest = this.#needles[0]?.text.length ?? 0;
    // With all its units escaped, and one more, in the middle of which the text may be cut here.
    const skipped = Math.max(0, text.length - longestEscape * (longest + 1));
    const tail = text.slice(skipped);
    if (!tail.includes("\\")) return asItIs;
    const whole = tail.slice(0, beginningOfEscape(tail));
    const plain = unescaped(whole, this.#unitsOf);
    const inPlain = this.#openEnd(plain?.text ?? whole);
    const ends: OpenEnd[] = asItIs === undefined ? [] : [asItIs];
    if (inPlain !== undefined) {
      const { start, name } = inPlain;
      ends.push({ start: skipped + (plain?.start(start) ?? start), name });
    }
    if (whole.length < tail.length) ends.push({ start: skipped + whole.length, name: "" });
    return ends.toSorted((a, b) => a.start - b.start)[0];
  }

  #openEnd(text: string): OpenEnd | undefined {
    let open: OpenEnd | undefined;
    for (const { name, text: secret } of this.#needles) {
      const first = secret.charAt(0);
      const from = Math.max(0, text.length - secret.length + 1);
      const until = open?.start ?? text.length;
      for (let at = text.indexOf(first, from); at !== -1 && at < until;) {
        if (secret.startsWith(text.slice(at))) {
          open = { start: at, name };
          break;
        }
        at = text.indexOf(first, at + 1);
      }
    }
    return open;
  }
}

/** The end of a text that may go on as a secret. */
export interface OpenEnd {
  readonly start: number;
  readonly name: string;
}

interface Needle extends Secret {
  /** By how much it can be shifted so that it overlaps with itself, at least. */
  readonly period: number;
}

/** All places of one secret; those that overlap as one. */
function occurrences(text: string, { text: secret, name, period }: Needle): Cover[] {
  const found: Cover[] = [];
  const overlaps = period < secret.length;
  const again = secret.slice(-period);
  for (let at = text.indexOf(secret); at !== -1;) {
    let end = at + secret.length;
    if (overlaps) while (text.startsWith(again, end)) end += period;
    found.push({ start: at, end, name });
    // The last occurrence begins at end - length. The next that overlaps with it begins more than a period later.
    at = text.indexOf(secret, overlaps ? end - secret.length + period + 1 : end);
  }
  return found;
}

/** The smallest shift by which a text fits onto itself; its length when there is none. */
function periodOf(text: string): number {
  const borders = new Uint32Array(text.length + 1);
  let border = 0;
  for (let i = 1; i < text.length; i++) {
    while (border > 0 && text[i] !== text[border]) border = borders[border] ?? 0;
    if (text[i] === text[border]) border++;
    borders[i + 1] = border;
  }
  return text.length - border;
}
