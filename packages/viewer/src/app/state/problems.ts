import { stopAt } from "../playback/stops.ts";
import { failingAttempts, selectedAttempt } from "./selectors.ts";
import type { Store } from "./store.ts";

/** Goes to the next (1) or previous (-1) attempt that went wrong, around the end. */
export function selectProblem(store: Store, step: 1 | -1): void {
  const { primary, selection } = store.state;
  if (primary === null) return;
  const problems = failingAttempts(primary);
  if (problems.length === 0) {
    store.dispatch({ type: "announced", text: "No attempt went wrong." });
    return;
  }
  const current = selectedAttempt(primary, selection)?.index ?? (step === 1 ? -1 : Infinity);
  const next =
    step === 1
      ? (problems.find(({ index }) => index > current) ?? problems[0])
      : (problems.findLast(({ index }) => index < current) ?? problems.at(-1));
  if (next === undefined) return;
  // A replay that stands before it goes there: what has not happened yet cannot be seen.
  const isLater =
    selection.at !== undefined && (next.finishedRow ?? next.startedRow) >= selection.at;
  const at = isLater ? stopAt(primary.table, next.index + 1) : selection.at;
  store.select({ attempt: next.attemptId, node: undefined, tab: "attempt", at });
  const place = problems.indexOf(next) + 1;
  store.dispatch({ type: "announced", text: `Problem ${place} of ${problems.length}` });
}
