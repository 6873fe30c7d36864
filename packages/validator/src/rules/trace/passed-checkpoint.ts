import type { AttemptState, FoldState } from "@flow-bundle/bundle";

/** The attempt that ended last, when it is one of a checkpoint and ended ok. */
export function passedCheckpoint({ lastAttempt, terminal }: FoldState): AttemptState | undefined {
  if (terminal !== null || lastAttempt?.nodeType !== "checkpoint") return undefined;
  return lastAttempt.outcome === "ok" ? lastAttempt : undefined;
}

/** What findings call the outcome that a run waits after. */
export const okOfCheckpoint = "node_outcome of a checkpoint, with outcome ok";

/** The last event in words. */
export function describeLast({ lastType, lastAttempt }: FoldState): string {
  if (lastType !== "node_outcome" || lastAttempt === null) return lastType ?? "no event";
  const { attemptId, nodeType, outcome } = lastAttempt;
  return `node_outcome of ${JSON.stringify(attemptId)}, of type ${nodeType}, with outcome ${outcome}`;
}
