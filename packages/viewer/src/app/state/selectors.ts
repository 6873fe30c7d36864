import type { AttemptRow } from "../trace/batch.ts";
import type { RunChange } from "../trace/batch.ts";
import type { Selection } from "./selection.ts";
import type { Playback, RunState } from "./state.ts";

/** The row that the replay stands at: -1 is before the first. */
export function positionRow(run: RunState, { at }: Selection): number {
  const { lastRow } = run.table;
  return at === undefined ? lastRow : Math.min(at - 1, lastRow);
}

/** Whether the replay stands at the end of the trace, and moves with it. */
export function isAtEnd({ at }: Selection): boolean {
  return at === undefined;
}

/**
 * The moment that the replay stands at, in milliseconds since 1970; undefined at the end, where everything is to be
 * seen, before the first row it is -Infinity, and NaN where the trace has no time. While it plays this goes on between two rows of the trace, so that what
 * has a clock of its own (the messages of a session) can be shown as it came.
 */
export function positionTime(
  run: RunState,
  selection: Selection,
  { time }: Playback,
): number | undefined {
  if (isAtEnd(selection)) return undefined;
  const row = positionRow(run, selection);
  const own = run.table.row(row)?.time ?? Number.NEGATIVE_INFINITY;
  const next = run.table.row(row + 1)?.time ?? Number.POSITIVE_INFINITY;
  return time !== undefined && time >= own && time <= next ? time : own;
}

/** State of the run at the position of the replay. */
export function stateAtPosition(run: RunState, selection: Selection): RunChange | undefined {
  return run.table.stateAt(positionRow(run, selection));
}

/** State of the run after all that is known: its outcome, wherever the replay stands. */
export function finalState(run: RunState): RunChange | undefined {
  return run.table.changes.last;
}

/** Status of the run as it stands: `stopped` when it says that it runs, and its process is gone. */
export function shownStatus({ table, manifest, live }: RunState): string | undefined {
  // Before its first event only the manifest knows.
  const status = table.changes.last?.status ?? manifest?.status;
  return status === "running" && live === "stopped" ? "stopped" : status;
}

/** The attempt that is looked at: the selected one; else of the selected node the last one. */
export function selectedAttempt(run: RunState, selection: Selection): AttemptRow | undefined {
  if (selection.attempt !== undefined) return run.table.attempt(selection.attempt);
  return selection.node === undefined ? undefined : run.table.lastAttemptOf(selection.node);
}

/** Attempts that went wrong, in order. */
export function failingAttempts(run: RunState): AttemptRow[] {
  return run.table.attempts.filter(({ outcome }) => outcome !== null && outcome !== "ok");
}

/**
 * What the page opens on: the attempt at the position of the replay, when the address names one; else of a run that went
 * wrong its first failing attempt, else the open or the last one.
 */
export function startingAttempt(run: RunState, selection: Selection): AttemptRow | undefined {
  if (!isAtEnd(selection)) {
    return run.table.attempts[run.table.attemptCountAt(positionRow(run, selection)) - 1];
  }
  const state = finalState(run);
  const wentWrong = state?.status === "failed" || state?.status === "timed_out";
  const failing = wentWrong ? failingAttempts(run)[0] : undefined;
  return failing ?? run.table.attempts[state?.openAttempt ?? -1] ?? run.table.attempts.at(-1);
}
