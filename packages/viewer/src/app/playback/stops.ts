import type { TraceTable } from "../trace/trace-table.ts";

/**
 * Places that the replay snaps to, counted from 0: before the first event, then after each attempt (after its outcome;
 * one that has none lasts until the next one starts). The last stop is the end of the trace. A place is what `at` in
 * the address is: the number of lines that have been read.
 */
export function stopAt(table: TraceTable, stop: number): number {
  if (stop <= 0) return 0;
  if (stop >= table.attempts.length) return table.rowCount;
  const attempt = table.attempts[stop - 1];
  const next = table.attempts[stop];
  return (attempt?.finishedRow ?? (next?.startedRow ?? table.rowCount) - 1) + 1;
}

/** The attempt that a place lies in or after, counted from 1; 0 before the first. */
export function attemptNumberAt(table: TraceTable, at: number): number {
  return table.attemptCountAt(at - 1);
}

/** The next stop after a place, or the last one before it; undefined when there is none. */
export function neighbour(table: TraceTable, at: number, step: 1 | -1): number | undefined {
  const near = attemptNumberAt(table, at);
  const candidates = step === 1 ? [near, near + 1, near + 2] : [near, near - 1, near - 2];
  const last = Math.max(table.attempts.length, 1);
  for (const stop of candidates) {
    if (stop < 0 || stop > last) continue;
    const place = stopAt(table, stop);
    if (step === 1 ? place > at : place < at) return stop;
  }
  return undefined;
}

/** What the clock of the replay needs to know of a run. */
export interface Clock {
  /** Rows that have happened. */
  readonly at: number;
  /** Milliseconds since 1970; NaN before the first row. */
  readonly time: number;
}

/** A stretch in which no attempt is open takes no longer than this while it is played, whatever the speed. */
export const idleMs = 700;

/** The clock after `ms` of playing at a speed. It stands still at the last row. */
export function advance(table: TraceTable, clock: Clock, ms: number, speed: number): Clock {
  const { times } = table.columns;
  let { at, time } = clock;
  let budget = ms * speed;
  while (at < table.rowCount) {
    const next = times[at] ?? Number.NaN;
    if (!Number.isFinite(time)) time = next;
    const left = Number.isFinite(next) ? Math.max(next - time, 0) : 0;
    const isIdle = table.changes.openAttemptAt(at - 1) === -1;
    if (isIdle && left > idleMs * speed) time = next - idleMs * speed;
    const wait = isIdle ? Math.min(left, idleMs * speed) : left;
    if (budget < wait) return { at, time: time + budget };
    budget -= wait;
    if (Number.isFinite(next)) time = Math.max(time, next);
    at += 1;
    // Time that is left over when a row without a wait was passed goes on into the next one.
    if (budget <= 0) break;
  }
  return { at, time };
}

/** Speeds of the replay. */
export const speeds = [0.5, 1, 2, 5, 20, 100, 1000] as const;

/** The slowest speed at which a run of this length is over within a minute. */
export function fittingSpeed(ms: number): number {
  return speeds.find((speed) => speed >= 1 && ms / speed <= 60_000) ?? 1000;
}
