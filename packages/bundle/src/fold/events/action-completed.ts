import type { ActionCompleted } from "@flow-bundle/schema";
import type { MutableFold } from "../mutable-fold.ts";

/** The command of an attempt has ended. */
export function actionCompleted(fold: MutableFold, event: ActionCompleted): void {
  const { action, stdoutArtifact, stderrArtifact } = event.payload;
  fold.commandOf(event)?.learn({
    action,
    stdoutArtifact: fold.intern(stdoutArtifact),
    stderrArtifact: fold.intern(stderrArtifact),
  });
}
