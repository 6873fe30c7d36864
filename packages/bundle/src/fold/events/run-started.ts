import type { RunStarted } from "@flow-bundle/schema";
import type { MutableFold } from "../mutable-fold.ts";

/** The run begins: names, input. */
export function runStarted(fold: MutableFold, { at, runId, payload }: RunStarted): void {
  if (fold.started) {
    fold.ignored.repeated++;
    return;
  }
  fold.started = true;
  fold.runId = runId;
  fold.startedAt = at;
  fold.flowName = payload.flowName;
  fold.runTitle = payload.runTitle;
  fold.flowPath = payload.flowPath;
  fold.inputArtifact = fold.intern(payload.inputArtifact);
}
