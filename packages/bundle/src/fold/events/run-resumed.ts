import type { RunResumed } from "@flow-bundle/schema";
import type { MutableFold } from "../mutable-fold.ts";
import { outputOf } from "../receipts.ts";

/** The run goes on, after waiting (the checkpoint may get another output) or in a new process. */
export function runResumed(fold: MutableFold, { payload }: RunResumed): void {
  const output = outputOf(fold, payload);
  if (payload.cause === "input" && output !== null) {
    const attempt = fold.attempt(payload.attemptId ?? fold.waiting?.attemptId ?? "");
    if (attempt?.outcome === "ok") attempt.output = output;
  }
  fold.goOn();
}
