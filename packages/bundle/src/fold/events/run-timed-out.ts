import type { RunTimedOut } from "@flow-bundle/schema";
import type { MutableFold } from "../mutable-fold.ts";

/** Terminal: the run timed out. */
export function runTimedOut(fold: MutableFold, { seq, at, type, payload }: RunTimedOut): void {
  fold.end("timed_out", { type, seq, at }, payload.error);
}
