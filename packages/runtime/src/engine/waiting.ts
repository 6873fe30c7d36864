import { hasPassedCheckpoint } from "@flow-bundle/bundle";
import type { FoldState } from "@flow-bundle/bundle";

/** Whether a run waits, or would, had its process not died just before it said so. */
export function isWaiting(fold: FoldState): boolean {
  return fold.status === "waiting" || hasPassedCheckpoint(fold);
}
