/** A text that grows by pieces; they are joined when it is read. */
export class GrowingText {
  #pieces: string[];

  constructor(first: string) {
    this.#pieces = [first];
  }

  add(piece: string): void {
    this.#pieces.push(piece);
  }

  toString(): string {
    if (this.#pieces.length > 1) this.#pieces = [this.#pieces.join("")];
    return this.#pieces[0] ?? "";
  }
}
