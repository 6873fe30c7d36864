import type { NodeOutcome } from "@flow-bundle/schema";
import type { MutableFold } from "../mutable-fold.ts";
import { noReceipts } from "../mutable-state.ts";
import type { MutableAttempt } from "../mutable-state.ts";
import { outputOf, receiptsOf, without } from "../receipts.ts";

/** An attempt ends. What its outcome says counts, before what other events of the attempt said. */
export function nodeOutcome(fold: MutableFold, event: NodeOutcome): void {
  const { seq, at, attemptId, payload } = event;
  const attempt = fold.attemptsById.get(attemptId);
  if (attempt === undefined || attempt.outcome !== null) {
    if (attempt === undefined) fold.ignored.stray++;
    else fold.ignored.repeated++;
    return;
  }
  attempt.finishedSeq = seq;
  attempt.finishedAt = at;
  attempt.outcome = payload.outcome;
  attempt.durationMs = payload.durationMs;
  attempt.error = payload.error;
  attempt.receipts = receiptsOf(fold, payload);
  attempt.earlier =
    attempt.earlier === noReceipts ? noReceipts : without(attempt.earlier, attempt.receipts);
  attempt.output = outputOf(fold, payload);
  fold.finishedAttempts.push(attempt);
  attempt.node.lastFinished = attempt;
  if (payload.outcome === "ok") attempt.node.lastOk = attempt;
  if (fold.openAttempt !== attempt) return;
  fold.closeAttempt();
  const passed = attempt.outcome === "ok" && attempt.nodeType === "checkpoint";
  if (fold.version === "1.0" && passed) waitAt(fold, attempt, seq);
}

/** Version 1.0 has no run_waiting: its runs wait where a checkpoint was passed. */
function waitAt(
  fold: MutableFold,
  { nodeId, attemptId, output }: MutableAttempt,
  seq: number,
): void {
  const value = output !== null && "inline" in output ? output.inline : null;
  const summary =
    typeof value === "object" && value !== null && "summary" in value ? value.summary : undefined;
  fold.wait(
    typeof summary === "string" ? { nodeId, attemptId, summary, seq } : { nodeId, attemptId, seq },
  );
}
