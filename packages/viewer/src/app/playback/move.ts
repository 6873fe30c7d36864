import { isAtEnd, positionRow } from "../state/selectors.ts";
import type { RunState } from "../state/state.ts";
import type { Store } from "../state/store.ts";
import { outcomeAt } from "../trace/trace-table.ts";
import { attemptNumberAt, fittingSpeed, neighbour, speeds, stopAt } from "./stops.ts";

/** Moves the replay to a place (`at` of the selection) and, unless told otherwise, looks at the attempt there. */
export function moveTo(store: Store, at: number | undefined): void {
  const run = store.state.primary;
  if (run === null) return;
  const { table } = run;
  const place = at !== undefined && at < table.rowCount ? Math.max(at, 0) : undefined;
  const attempt = table.attempts[attemptNumberAt(table, place ?? table.rowCount) - 1];
  const looked = attempt === undefined ? {} : { attempt: attempt.attemptId, node: undefined };
  store.select({ at: place, ...looked }, { replace: true });
}

/** Moves to a stop, and says where that is. */
export function moveToStop(store: Store, stop: number): void {
  const run = store.state.primary;
  if (run === null) return;
  moveTo(store, stopAt(run.table, stop));
  store.dispatch({ type: "announced", text: describePlace(run, store.state.selection.at) });
}

/** One stop forwards or back. */
export function step(store: Store, direction: 1 | -1): void {
  const { primary, selection } = store.state;
  if (primary === null) return;
  pause(store);
  const { table } = primary;
  const stop = neighbour(table, selection.at ?? table.rowCount, direction);
  if (stop !== undefined) moveToStop(store, stop);
}

/** One line of the trace forwards or back. */
export function stepLine(store: Store, direction: 1 | -1): void {
  const { primary, selection } = store.state;
  if (primary === null) return;
  pause(store);
  const at = positionRow(primary, selection) + 1 + direction;
  if (at < 0 || at > primary.table.rowCount) return;
  moveTo(store, at);
  store.dispatch({ type: "announced", text: `After line ${at}` });
}

/** To the end, which moves with a run that goes on. */
export function jumpToEnd(store: Store): void {
  const run = store.state.primary;
  if (run === null) return;
  pause(store);
  moveTo(store, undefined);
  const text = run.live === "following" ? "Following the run" : "At the end";
  store.dispatch({ type: "announced", text });
}

/** Plays, or pauses. At the end it begins again. */
export function togglePlay(store: Store): void {
  const { primary, playback, selection } = store.state;
  if (primary === null || primary.table.rowCount === 0) return;
  if (playback.playing) {
    pause(store);
    return;
  }
  if (isAtEnd(selection)) store.select({ at: 0 });
  store.dispatch({ type: "playback", playback: { playing: true } });
  store.dispatch({ type: "announced", text: "Playing" });
}

/** Stops playing where it is. */
export function pause(store: Store): void {
  if (!store.state.playback.playing) return;
  store.dispatch({ type: "playback", playback: { playing: false } });
  store.dispatch({ type: "announced", text: "Paused" });
}

/** The speed that was chosen; else one that fits the time in which something ran. */
export function speedOf(run: RunState, chosen: number | undefined): number {
  if (chosen !== undefined) return chosen;
  let ran = 0;
  for (const { startedAt, finishedAt = startedAt } of run.table.attempts) {
    if (finishedAt > startedAt) ran += finishedAt - startedAt;
  }
  return fittingSpeed(ran);
}

/** The next speed up or down. */
export function changeSpeed(store: Store, direction: 1 | -1): void {
  const { primary, playback } = store.state;
  if (primary === null) return;
  const current = speedOf(primary, playback.speed);
  const next = speeds[speeds.findIndex((speed) => speed === current) + direction];
  if (next === undefined) return;
  store.dispatch({ type: "playback", playback: { speed: next } });
  store.dispatch({ type: "announced", text: `Speed ${next}` });
}

/** Where the replay stands, in words. */
export function describePlace(run: RunState, at: number | undefined): string {
  const { table } = run;
  const place = at === undefined ? table.rowCount : Math.min(at, table.rowCount);
  const number = attemptNumberAt(table, place);
  const attempt = table.attempts[number - 1];
  if (attempt === undefined) return place === 0 ? "Before the run" : "Before the first attempt";
  const outcome = outcomeAt(attempt, place - 1) ?? "open";
  const where = outcome === "open" ? "In" : "After";
  const all = table.attempts.length.toLocaleString("en");
  return `${where} attempt ${number.toLocaleString("en")} of ${all}`;
}
