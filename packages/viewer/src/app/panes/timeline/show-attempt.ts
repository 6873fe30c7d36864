import { stopAt } from "../../playback/stops.ts";
import type { Selection } from "../../state/selection.ts";
import type { Store } from "../../state/store.ts";
import type { AttemptRow } from "../../trace/batch.ts";

/** Selects an attempt; a replay that stands before its start goes to where it has happened. */
export function showAttempt(
  store: Store,
  attempt: AttemptRow,
  { replace = false, ...more }: Partial<Selection> & { readonly replace?: boolean } = {},
): void {
  const { primary, selection } = store.state;
  if (primary === null) return;
  const isLater = selection.at !== undefined && attempt.startedRow >= selection.at;
  const at = isLater ? stopAt(primary.table, attempt.index + 1) : selection.at;
  store.select({ attempt: attempt.attemptId, node: undefined, at, ...more }, { replace });
}
