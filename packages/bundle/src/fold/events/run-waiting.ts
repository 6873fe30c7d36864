import type { RunWaiting } from "@flow-bundle/schema";
import type { MutableFold } from "../mutable-fold.ts";

/** The run waits at a checkpoint. */
export function runWaiting(fold: MutableFold, { seq, payload }: RunWaiting): void {
  const { waitingOn: nodeId, attemptId, summary } = payload;
  fold.wait(
    summary === undefined ? { nodeId, attemptId, seq } : { nodeId, attemptId, summary, seq },
  );
}
