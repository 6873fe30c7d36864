import type { NodeHeartbeat } from "@flow-bundle/schema";
import type { MutableFold } from "../mutable-fold.ts";

/** The open attempt is alive, and may tell what it is doing. */
export function nodeHeartbeat(fold: MutableFold, event: NodeHeartbeat): void {
  const { openAttempt } = fold;
  if (openAttempt === null || openAttempt.attemptId !== event.attemptId) {
    fold.ignored.stray++;
    return;
  }
  fold.lastHeartbeatAt = event.at;
  const { statusDetail } = event.payload;
  if (statusDetail !== undefined) fold.statusDetail = statusDetail;
}
