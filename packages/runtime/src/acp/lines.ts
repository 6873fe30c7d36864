/** How long a message of an agent may be, in bytes. */
const maxMessageBytes = 64 * 1024 * 1024;
/** How deep it may be nested. Readers go 1000 levels deep, and records have more levels around what messages hold. */
const maxNesting = 900;

/** Cuts a stream of bytes into lines, at LF only. */
export class Lines {
  readonly #limit: number;
  #parts: Buffer[] = [];
  #bytes = 0;

  constructor(limit = maxMessageBytes) {
    this.#limit = limit;
  }

  /** @throws {RangeError} when a line is too long. */
  *push(chunk: Buffer): Generator<string> {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(0x0a, start);
      this.#keep(end === -1 ? chunk.subarray(start) : chunk.subarray(start, end));
      if (end === -1) return;
      yield this.rest();
      start = end + 1;
    }
  }

  /** What came after the last LF. */
  rest(): string {
    const text = Buffer.concat(this.#parts).toString("utf8");
    this.#parts = [];
    this.#bytes = 0;
    return text;
  }

  #keep(part: Buffer): void {
    this.#bytes += part.length;
    if (this.#bytes > this.#limit) {
      this.#parts = [];
      throw new RangeError(`a message is longer than ${this.#limit} bytes`);
    }
    this.#parts.push(part);
  }
}

/** @throws {RangeError} when the JSON in a line is nested too deep. */
export function checkNesting(line: string): void {
  if (line.length < 2 * maxNesting) return;
  let depth = 0;
  for (const [token] of line.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === "[" || token === "{") depth += 1;
    else if (token === "]" || token === "}") depth -= 1;
    if (depth > maxNesting) {
      throw new RangeError(`a message is nested deeper than ${maxNesting} levels`);
    }
  }
}
