/** The end of what a command wrote, as text: at most a number of bytes, cut between characters. */
export class OutputTail {
  readonly #limit: number;
  #chunks: Buffer[] = [];
  #bytes = 0;
  #isCut = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    // Seldom enough that long outputs cost no more than their length.
    if (this.#bytes > 2 * this.#limit + 64 * 1024) this.#cut();
  }

  get text(): string {
    this.#cut();
    return Buffer.concat(this.#chunks).toString("utf8");
  }

  /** True when the beginning is missing. */
  get truncated(): boolean {
    return this.#isCut || this.#bytes > this.#limit;
  }

  #cut(): void {
    if (this.#bytes <= this.#limit) return;
    const all = Buffer.concat(this.#chunks);
    let start = all.length - this.#limit;
    while (start < all.length && ((all[start] ?? 0) & 0xc0) === 0x80) start += 1;
    const rest = Buffer.from(all.subarray(start));
    this.#chunks = [rest];
    this.#bytes = rest.length;
    this.#isCut = true;
  }
}
