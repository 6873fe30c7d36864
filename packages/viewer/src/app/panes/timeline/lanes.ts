import type { AttemptRow } from "../../trace/batch.ts";
import type { TraceTable } from "../../trace/trace-table.ts";
import { outcomeAt } from "../../trace/trace-table.ts";
import type { Axis, Span } from "./axis.ts";
import { buildAxis } from "./axis.ts";

/** One node that was visited: its attempts share a line of the chart. */
export interface Lane {
  readonly nodeId: string;
  readonly nodeType: string;
  /** Indices of its attempts, in order of start. */
  readonly indices: readonly number[];
}

/** The chart, before anything is measured. */
export interface TimelineModel {
  readonly axis: Axis;
  readonly lanes: readonly Lane[];
  /** Attempts whose start is no time and that cannot be drawn. */
  readonly timeless: number;
}

/** When an attempt ran; undefined when the trace has no time for it. One that is open ends at `now`. */
export function spanOf(attempt: AttemptRow, now: number): Span | undefined {
  const { startedAt, finishedAt } = attempt;
  if (!Number.isFinite(startedAt)) return undefined;
  const end = finishedAt === undefined || !Number.isFinite(finishedAt) ? now : finishedAt;
  return { from: startedAt, to: Math.max(end, startedAt) };
}

/** Lays out a run: its axis and a lane for each node, in the order in which they were first visited. */
export function layOut(table: TraceTable): TimelineModel {
  const [first, now] = ends(table);
  const lanes = new Map<string, { nodeId: string; nodeType: string; indices: number[] }>();
  const busy: Span[] = [];
  let timeless = 0;
  for (const attempt of table.attempts) {
    const { nodeId, nodeType, index } = attempt;
    let lane = lanes.get(nodeId);
    if (lane === undefined) {
      lane = { nodeId, nodeType, indices: [] };
      lanes.set(nodeId, lane);
    }
    lane.indices.push(index);
    const span = spanOf(attempt, now);
    if (span === undefined) timeless += 1;
    else if (attempt.outcome === "cancelled") busy.push(...withoutSilence(table, attempt, span));
    else busy.push(span);
  }
  const from = Math.min(first, busy[0]?.from ?? first);
  const whole = { from, to: Math.max(now, from + 1) };
  return { axis: buildAxis(whole, busy), lanes: [...lanes.values()], timeless };
}

/** An attempt that was cut off was often only closed when the run was taken up again: in between nothing ran. */
function withoutSilence(table: TraceTable, attempt: AttemptRow, span: Span): Span[] {
  const { times } = table.columns;
  let longest: Span = { from: span.from, to: span.from };
  for (let row = attempt.startedRow; row < (attempt.finishedRow ?? attempt.startedRow); row++) {
    const [from, to] = [times[row] ?? Number.NaN, times[row + 1] ?? Number.NaN];
    if (to - from > longest.to - longest.from) longest = { from, to };
  }
  return [
    { from: span.from, to: longest.from },
    { from: longest.to, to: span.to },
  ];
}

function ends(table: TraceTable): [first: number, last: number] {
  const { times } = table.columns;
  let first = 0;
  while (first < table.rowCount && !Number.isFinite(times[first])) first += 1;
  let last = table.lastRow;
  while (last > first && !Number.isFinite(times[last])) last -= 1;
  return [times[first] ?? Number.NaN, times[last] ?? Number.NaN];
}

/** One bar: an attempt, or several that lie too near each other to be told apart. */
export interface Bar {
  /** Where they begin in `indices` of the lane. */
  readonly start: number;
  readonly count: number;
  /** In pixels from the left edge of what is shown. */
  readonly left: number;
  readonly width: number;
}

/** What of the axis is shown, and on how many pixels. */
export interface View {
  readonly left: number;
  readonly right: number;
  readonly pixels: number;
}

const minWidth = 4;

/** Where a place of the axis lies in a view, in pixels. */
export function pixelAt({ left, right, pixels }: View, place: number): number {
  return ((place - left) / (right - left)) * pixels;
}

/** Where a moment lies in a view, in pixels. */
export function pixelOf(axis: Axis, view: View, time: number): number {
  return pixelAt(view, axis.at(time));
}

/**
 * The bars of a lane. Attempts narrower than some pixels that touch are one bar, so that there are never more than fit.
 */
export function barsOf(table: TraceTable, lane: Lane, { axis }: TimelineModel, view: View): Bar[] {
  const bars: Bar[] = [];
  let open: { -readonly [Key in keyof Bar]: Bar[Key] } | undefined;
  for (const [place, index] of lane.indices.entries()) {
    const attempt = table.attempts[index] as AttemptRow;
    const span = spanOf(attempt, axis.to);
    if (span === undefined) continue;
    const left = pixelOf(axis, view, span.from);
    const right = Math.max(pixelOf(axis, view, span.to), left + minWidth);
    if (right < 0 || left > view.pixels) continue;
    const fits =
      open !== undefined && left < open.left + open.width && right - open.left <= 2 * minWidth;
    if (fits && open !== undefined) {
      open.count = place - open.start + 1;
      open.width = Math.max(open.width, right - open.left);
      continue;
    }
    // Not over the one before, which has been widened to be seen.
    const free = open === undefined ? left : Math.max(left, open.left + open.width);
    open = { start: place, count: 1, left: free, width: Math.max(right - free, minWidth) };
    bars.push(open);
  }
  return bars;
}

/** What is told for several attempts: the gravest. */
const gravity = ["later", "ok", "open", "cancelled", "timed_out", "failed"];

/** The gravest outcome in a bar as of a row: `later` when none was started by then. */
export function outcomeOfBar(table: TraceTable, lane: Lane, bar: Bar, row: number): string {
  const final = finalOutcomes.get(bar);
  if (final !== undefined && row >= final.row) return final.outcome;
  let gravest = 0;
  let finishedBy = -1;
  for (let place = bar.start; place < bar.start + bar.count; place++) {
    const attempt = table.attempts[lane.indices[place] ?? -1];
    if (attempt === undefined || attempt.startedRow > row) {
      finishedBy = Infinity;
      break;
    }
    gravest = Math.max(gravest, gravity.indexOf(outcomeAt(attempt, row) ?? "later"));
    finishedBy = Math.max(finishedBy, attempt.finishedRow ?? Infinity);
  }
  const outcome = gravity[gravest] ?? "later";
  if (finishedBy <= row) finalOutcomes.set(bar, { row: finishedBy, outcome });
  return outcome;
}

/**
 * Of bars in which everything has ended: from a row on nothing changes, so that a step of the replay looks again only at
 * those that it passes.
 */
const finalOutcomes = new WeakMap<Bar, { readonly row: number; readonly outcome: string }>();
