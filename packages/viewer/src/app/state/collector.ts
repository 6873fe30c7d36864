const shortestPauseMs = 400;

/**
 * Hands things on, the first at once and later ones together after a pause. While a long trace is read, the page shows
 * where it stands, and has most of its time for its reader: the pause grows with what showing costs.
 */
export class Collector<T> {
  readonly #take: (things: readonly T[]) => void;
  #waiting: T[] = [];
  #isPausing = false;

  constructor(take: (things: readonly T[]) => void) {
    this.#take = take;
  }

  add(thing: T): void {
    this.#waiting.push(thing);
    if (!this.#isPausing) this.#handOn();
  }

  /** Hands on what waits. */
  flush(): void {
    if (this.#waiting.length === 0) return;
    const things = this.#waiting;
    this.#waiting = [];
    this.#take(things);
  }

  #handOn(): void {
    this.#isPausing = true;
    const began = performance.now();
    this.flush();
    // By then the page is rendered: that was queued before.
    queueMicrotask(() => {
      const pause = Math.max(shortestPauseMs, 8 * (performance.now() - began));
      setTimeout(() => {
        this.#isPausing = false;
        if (this.#waiting.length > 0) this.#handOn();
      }, pause);
    });
  }
}
