import type { RunCompleted } from "@flow-bundle/schema";
import type { MutableFold } from "../mutable-fold.ts";

/** Terminal: the run completed. */
export function runCompleted(fold: MutableFold, { seq, at, type }: RunCompleted): void {
  fold.end("completed", { type, seq, at }, undefined);
}
