/** Lets the page breathe: at most so many milliseconds of work at once. */
export class Breather {
  #since = performance.now();

  /** Whether it is time for a break; the caller awaits {@link Breather.rest} then. */
  get isTired(): boolean {
    return performance.now() - this.#since > 10;
  }

  async rest(): Promise<void> {
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    this.#since = performance.now();
  }
}
