import type { FoldState } from "@flow-bundle/bundle";
import type { TraceEvent } from "@flow-bundle/schema";
import { lateness } from "./late.ts";

/** A hostile trace may be late in every line. */
const maxAttempts = 10_000;

/**
 * Remembers which events of an attempt stand at another place than in it, which is trace/late-event: then the attempt
 * does not lack them as well. In 1.0 that is only a warning, which must not stand for an error: there nothing is known.
 */
export class LateTypes {
  readonly #fold: FoldState;
  readonly #byAttempt = new Map<string, Set<string>>();

  constructor(fold: FoldState) {
    this.#fold = fold;
  }

  /** True for an event that does not belong where it stands. Ask before the event is folded. */
  see(event: TraceEvent): boolean {
    if (lateness(event, this.#fold) === undefined) return false;
    const { attemptId } = event as { readonly attemptId?: string };
    if (attemptId === undefined || this.#fold.version === "1.0") return true;
    const types = this.#byAttempt.get(attemptId) ?? new Set();
    if (this.#byAttempt.size < maxAttempts) this.#byAttempt.set(attemptId, types);
    types.add(event.type);
    return true;
  }

  /** True when an event of that type and attempt stood at another place so far. */
  has(attemptId: string, type: string): boolean {
    return this.#byAttempt.get(attemptId)?.has(type) === true;
  }
}
