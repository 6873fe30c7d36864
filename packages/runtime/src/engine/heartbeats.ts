import type { Host } from "@flow-bundle/bundle";
import { startTimer } from "./timers.ts";

/** Says at an interval, and whenever there is something new, that an attempt is alive. Never two at once. */
export class Heartbeats {
  readonly #host: Host;
  readonly #everyMs: number;
  readonly #beat: () => Promise<void>;
  #cancel: (() => void) | undefined = undefined;
  #last: Promise<void> = Promise.resolve();
  #isStopped = false;

  /**
   * @param everyMs 0: only when it is asked to.
   * @param beat writes one.
   */
  constructor(host: Host, everyMs: number, beat: () => Promise<void>) {
    this.#host = host;
    this.#everyMs = everyMs;
    this.#beat = beat;
  }

  start(): void {
    if (this.#everyMs === 0 || this.#isStopped) return;
    this.#cancel = startTimer(this.#host, this.#everyMs, () => {
      // Whoever writes learns of a failure: the next write fails too.
      void this.now()
        .catch(() => undefined)
        .then(() => this.start());
    });
  }

  /** One right now. It is written even when they are stopped meanwhile. */
  now(): Promise<void> {
    const beat = this.#last.then(() => this.#beat());
    this.#last = beat.catch(() => undefined);
    return beat;
  }

  /** The interval is over; fulfilled when the last one was written. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancel?.();
    await this.#last;
  }
}
