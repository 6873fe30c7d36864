import { bytesInWords } from "../report/words.ts";
import type { Output } from "./io.ts";

/** Work shorter than this shows no progress, in milliseconds. */
const quietFor = 500;
const interval = 100;

/** A line on a terminal that tells how far the work is; nothing when it is short. */
export class Progress {
  readonly #output: Output;
  readonly #bundles: number;
  readonly #begun = performance.now();
  readonly #bytes = new Map<number, { readonly done: number; readonly total: number }>();
  #finished = 0;
  #drawn = 0;
  #shown = false;

  constructor(output: Output, bundles: number) {
    this.#output = output;
    this.#bundles = bundles;
  }

  /** Bytes read of the bundle at a position in the list. */
  update(position: number, done: number, total: number): void {
    this.#bytes.set(position, { done, total });
    this.#draw();
  }

  /** One more bundle is done. */
  finish(position: number): void {
    const bytes = this.#bytes.get(position);
    if (bytes !== undefined) this.#bytes.set(position, { done: bytes.total, total: bytes.total });
    this.#finished += 1;
    this.#draw();
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#shown) this.#output.write("\r\u001b[2K");
    this.#shown = false;
  }

  #draw(): void {
    const now = performance.now();
    if (now - this.#begun < quietFor || now - this.#drawn < interval) return;
    this.#drawn = now;
    this.#shown = true;
    let done = 0;
    let total = 0;
    for (const bytes of this.#bytes.values()) {
      done += bytes.done;
      total += bytes.total;
    }
    const bundles = this.#bundles === 1 ? "" : `${this.#finished} of ${this.#bundles} bundles, `;
    this.#output.write(
      `\r\u001b[2Kchecking: ${bundles}${bytesInWords(done)} of ${bytesInWords(total)}`,
    );
  }
}
