/** A place in a text. Lines end with LF; lines and columns start at 1; columns count UTF-16 units. */
export interface Position {
  /** UTF-16 units from the start of the text. */
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** The line and column of an offset in a text. */
export function positionAt(text: string, offset: number): Position {
  return new LineCounter(text).at(offset);
}

/** The same for many offsets, in any order, with one pass over the text. */
export function positionsAt(text: string, offsets: readonly number[]): Position[] {
  const counter = new LineCounter(text);
  const ascending = [...offsets.entries()].toSorted(([, a], [, b]) => a - b);
  const positions = ascending.map(([i, offset]) => [i, counter.at(offset)] as const);
  return positions.toSorted(([a], [b]) => a - b).map(([, position]) => position);
}

/** Counts lines up to offsets that only grow. */
class LineCounter {
  readonly #text: string;
  #line = 1;
  #start = 0;
  #nextLf: number;

  constructor(text: string) {
    this.#text = text;
    this.#nextLf = text.indexOf("\n");
  }

  at(offset: number): Position {
    while (this.#nextLf !== -1 && this.#nextLf < offset) {
      this.#line++;
      this.#start = this.#nextLf + 1;
      this.#nextLf = this.#text.indexOf("\n", this.#start);
    }
    return { offset, line: this.#line, column: offset - this.#start + 1 };
  }
}
