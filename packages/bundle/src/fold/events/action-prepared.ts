import type { ActionPrepared } from "@flow-bundle/schema";
import type { MutableFold } from "../mutable-fold.ts";

/** The command of an attempt is known. */
export function actionPrepared(fold: MutableFold, event: ActionPrepared): void {
  fold.commandOf(event)?.learn({ action: event.payload.action });
}
