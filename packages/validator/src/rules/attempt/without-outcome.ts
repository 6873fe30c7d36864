import type { AttemptState, FoldState } from "@flow-bundle/bundle";
import type { FindingInput } from "../../engine/finding.ts";
import { traceFile } from "../../engine/trace.ts";

/** True when a signal ended the run. */
export function wasInterrupted(fold: FoldState): boolean {
  return fold.terminal?.type === "run_failed" && fold.error === "Interrupted";
}

/** Findings about an outcome that is not there point to the start of the attempt. */
export function placeOfMissingOutcome(attempt: AttemptState): Omit<FindingInput, "message"> {
  return {
    file: traceFile,
    line: attempt.startedSeq,
    seq: attempt.startedSeq,
    nodeId: attempt.nodeId,
    attemptId: attempt.attemptId,
  };
}
