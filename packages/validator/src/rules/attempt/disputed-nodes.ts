import type { FoldState } from "@flow-bundle/bundle";
import type { NodeOutcome } from "@flow-bundle/schema";

/** A hostile trace may have a dispute in every attempt. */
const maxKnown = 10_000;

/**
 * Remembers attempts whose outcome names another node than their start, which is attempt/node-mismatch: which node it
 * was is not known then. Complete when the trace was read.
 */
export class DisputedNodes {
  readonly #fold: FoldState;
  readonly #attempts = new Set<string>();

  constructor(fold: FoldState) {
    this.#fold = fold;
  }

  /** See every node_outcome before it is folded. */
  see({ attemptId, nodeId }: NodeOutcome): void {
    const { openAttempt } = this.#fold;
    if (openAttempt?.attemptId !== attemptId || openAttempt.nodeId === nodeId) return;
    if (this.#attempts.size < maxKnown) this.#attempts.add(attemptId);
  }

  has(attemptId: string | undefined): boolean {
    return attemptId !== undefined && this.#attempts.has(attemptId);
  }
}
