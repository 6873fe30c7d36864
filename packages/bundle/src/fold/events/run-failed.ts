import type { RunFailed } from "@flow-bundle/schema";
import type { MutableFold } from "../mutable-fold.ts";

/** Terminal: the run failed or, in version 1.0, timed out. */
export function runFailed(fold: MutableFold, { seq, at, type, payload }: RunFailed): void {
  fold.end(
    payload.status === "timed_out" ? "timed_out" : "failed",
    { type, seq, at },
    payload.error,
  );
}
