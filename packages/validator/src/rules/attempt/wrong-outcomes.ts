import type { FoldState } from "@flow-bundle/bundle";
import type { NodeOutcome } from "@flow-bundle/schema";

/**
 * Follows outcomes that name another attempt than the open one, which is attempt/not-open: the open one does not lack
 * an outcome as well. See every node_outcome before it is folded.
 */
export class WrongOutcomes {
  readonly #fold: FoldState;
  #attemptId: string | undefined;

  constructor(fold: FoldState) {
    this.#fold = fold;
  }

  see({ attemptId }: NodeOutcome): void {
    const { openAttempt } = this.#fold;
    if (openAttempt !== null && openAttempt.attemptId !== attemptId) {
      this.#attemptId = openAttempt.attemptId;
    }
  }

  /** True when an outcome came while this attempt was open and named another. */
  cameIn(attemptId: string): boolean {
    return this.#attemptId === attemptId;
  }
}
