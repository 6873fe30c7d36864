import type { Host } from "./host.ts";

const shortestPause = 250;
const pauseFactor = 10;

/**
 * Writes the newest state now and then: at most one write at a time, and after one the next begins no earlier than the
 * larger of 250 ms and ten times its duration.
 */
export class Coalescer {
  readonly #host: Host;
  readonly #write: () => Promise<void>;
  #isDirty = false;
  #notBefore = -Infinity;
  #cancel: (() => void) | undefined = undefined;
  #inFlight: Promise<void> | undefined = undefined;
  #isStopped = false;

  constructor(host: Host, write: () => Promise<void>) {
    this.#host = host;
    this.#write = write;
  }

  /** There is something new. A write that fails in the background is tried again later. */
  touch(): void {
    this.#isDirty = true;
    if (this.#isStopped || this.#inFlight !== undefined || this.#cancel !== undefined) return;
    const pause = Math.max(0, this.#notBefore - this.#host.elapsed());
    this.#cancel = this.#host.timer(pause, () => {
      this.#cancel = undefined;
      if (this.#isStopped || this.#inFlight !== undefined) return;
      this.#run().catch(() => {
        this.#isDirty = true;
      });
    });
  }

  /** Writes the newest state now, if it is not written yet. Throws what the write throws. */
  async flush(): Promise<void> {
    await this.idle();
    if (this.#isDirty) await this.#run();
  }

  /** Waits until no write is under way. None begins before the next {@link touch} or {@link flush}. */
  async idle(): Promise<void> {
    while (this.#inFlight !== undefined) {
      await this.#inFlight.catch(() => {
        this.#isDirty = true;
      });
    }
    this.#cancelTimer();
  }

  /** Starts no further write, and waits for the one that is under way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancelTimer();
    await this.#inFlight?.catch(() => undefined);
  }

  async #run(): Promise<void> {
    const begin = this.#host.elapsed();
    this.#isDirty = false;
    this.#inFlight = this.#write().finally(() => {
      const now = this.#host.elapsed();
      this.#notBefore = now + Math.max(shortestPause, pauseFactor * (now - begin));
      this.#inFlight = undefined;
      if (this.#isDirty) this.touch();
    });
    await this.#inFlight;
  }

  #cancelTimer(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
