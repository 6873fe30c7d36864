import type { SessionEvent } from "@flow-bundle/schema";
import type { ClaimedRange } from "../../engine/session-context.ts";

/** Counts the events of a session for as long as their seq is right; that it is not is session/event-seq. */
export class EventCount {
  /** How many events there were so far; the seq of the last one. */
  seq = 0;
  /** False from the first wrong seq on: then nothing can be said about positions. */
  reliable = true;

  /** Takes the next event; false when its position cannot be relied on. */
  next({ seq }: SessionEvent): boolean {
    if (!this.reliable) return false;
    this.seq += 1;
    this.reliable = seq === this.seq;
    return this.reliable;
  }
}

/**
 * Tells which claimed range each event of a session belongs to. Ranges that are empty or do not follow the one before
 * (session/event-range-overlap) are left out, so that each event belongs to one range at most.
 */
export class RangeCursor {
  readonly #claimed: readonly ClaimedRange[];
  readonly #count = new EventCount();
  #next = 0;

  constructor(claimed: readonly ClaimedRange[]) {
    let end = 0;
    this.#claimed = claimed.filter(({ range }) => {
      if (isEmpty(range) || range.eventStartSeq <= end) return false;
      end = range.eventEndSeq;
      return true;
    });
  }

  /** The range that the next event belongs to. */
  next(event: SessionEvent): ClaimedRange | undefined {
    if (!this.#count.next(event)) return undefined;
    const { seq } = event;
    let claim = this.#claimed[this.#next];
    while (claim !== undefined && claim.range.eventEndSeq < seq) {
      this.#next += 1;
      claim = this.#claimed[this.#next];
    }
    return claim !== undefined && claim.range.eventStartSeq <= seq ? claim : undefined;
  }
}

/** Tells whether events lie in any of the claimed ranges, which may overlap and come in any order. */
export class RangeUnion {
  readonly #ranges: readonly ClaimedRange["range"][];
  #next = 0;
  #end = 0;

  constructor(claimed: readonly ClaimedRange[]) {
    this.#ranges = claimed
      .map(({ range }) => range)
      .filter((range) => !isEmpty(range))
      .toSorted((a, b) => a.eventStartSeq - b.eventStartSeq);
  }

  /** Ask for each event in turn, by its seq. */
  has(seq: number): boolean {
    let range = this.#ranges[this.#next];
    while (range !== undefined && range.eventStartSeq <= seq) {
      this.#end = Math.max(this.#end, range.eventEndSeq);
      this.#next += 1;
      range = this.#ranges[this.#next];
    }
    return seq <= this.#end;
  }
}

/** True when a range has no events. */
export function isEmpty({ eventStartSeq, eventEndSeq }: ClaimedRange["range"]): boolean {
  return eventEndSeq < eventStartSeq;
}

/** Where a finding about a claimed range stands: the outcome that claims it. */
export function placeOfClaim({ line, seq, nodeId, attemptId }: ClaimedRange, sessionId: string) {
  return { file: "trace.ndjson", line, seq, nodeId, attemptId, sessionId };
}
