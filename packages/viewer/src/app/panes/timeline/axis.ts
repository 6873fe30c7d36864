import { partitionPoint } from "../../sorted/partition-point.ts";

/** A stretch of time, in milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A part of the axis in which time passes evenly. */
export interface AxisPart extends Span {
  /** Where it lies on the axis: from 0 to 1. */
  readonly start: number;
  readonly end: number;
  /** A long stretch in which nothing ran, drawn shorter than it was. */
  readonly isGap: boolean;
}

/** A gap is drawn shorter when it takes more than this share of the time in which something ran. */
const longShare = 0.15;
/** Shorter ones, in milliseconds, are drawn as they were. */
const shortest = 500;
/** How wide it then is, as a share of the same. */
const shownShare = 0.05;
/** All gaps together take no more than this many times the rest. */
const shownTotal = 0.5;

/** Time from left to right. Everywhere outside of gaps a millisecond has the same width. */
export class Axis implements Span {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly AxisPart[];

  constructor(parts: readonly AxisPart[]) {
    this.parts = parts;
    this.from = parts[0]?.from ?? 0;
    this.to = parts.at(-1)?.to ?? 0;
  }

  /** Gaps that are drawn shorter than they were. */
  get gaps(): AxisPart[] {
    return this.parts.filter(({ isGap }) => isGap);
  }

  /** Where a moment lies, from 0 to 1. */
  at(time: number): number {
    const part = this.#find((candidate) => candidate.to >= time);
    if (part === undefined) return this.parts.length === 0 ? 0 : 1;
    if (time <= part.from) return part.start;
    return part.start + ((time - part.from) / (part.to - part.from)) * (part.end - part.start);
  }

  /** The moment at a place of the axis. */
  timeAt(place: number): number {
    const part = this.#find((candidate) => candidate.end >= place);
    if (part === undefined) return this.to;
    if (place <= part.start) return part.from;
    return part.from + ((place - part.start) / (part.end - part.start)) * (part.to - part.from);
  }

  #find(holds: (part: AxisPart) => boolean): AxisPart | undefined {
    const { parts } = this;
    return parts[partitionPoint(parts.length, (i) => !holds(parts[i] as AxisPart))];
  }
}

/**
 * The axis over a stretch of time. `busy` is when something ran, sorted by start; what is long and lies between is
 * drawn shorter.
 */
export function buildAxis(whole: Span, busy: readonly Span[]): Axis {
  if (!(whole.to > whole.from)) return new Axis([]);
  const between = gapsBetween(whole, busy);
  const idle = between.reduce((sum, { from, to }) => sum + to - from, 0);
  const ran = Math.max(whole.to - whole.from - idle, 1);
  const gaps = between.filter(({ from, to }) => to - from > Math.max(ran * longShare, shortest));
  const gapTime = gaps.reduce((sum, { from, to }) => sum + to - from, 0);
  const even = Math.max(whole.to - whole.from - gapTime, 1);
  const gapWidth = Math.min(even * shownShare, (even * shownTotal) / Math.max(gaps.length, 1));
  const total = whole.to - whole.from - gapTime + gaps.length * gapWidth;
  const parts: AxisPart[] = [];
  let [time, width] = [whole.from, 0];
  const add = (to: number, added: number, isGap: boolean): void => {
    if (to <= time) return;
    const start = width / total;
    width += added;
    parts.push({ from: time, to, start, end: Math.min(width / total, 1), isGap });
    time = to;
  };
  for (const { from, to } of gaps) {
    add(from, from - time, false);
    add(to, gapWidth, true);
  }
  add(whole.to, whole.to - time, false);
  return new Axis(parts);
}

function gapsBetween(whole: Span, busy: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let end = whole.from;
  for (const { from, to } of busy) {
    if (from > end) gaps.push({ from: end, to: Math.min(from, whole.to) });
    if (to > end) end = to;
    if (end >= whole.to) return gaps;
  }
  gaps.push({ from: end, to: whole.to });
  return gaps;
}

const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500].concat(
  [1, 2, 5, 10, 15, 30].map((seconds) => seconds * 1000),
  [1, 2, 5, 10, 15, 30].map((minutes) => minutes * 60_000),
  [1, 2, 3, 6, 12, 24, 48, 168, 720].map((hours) => hours * 3_600_000),
);

/** A mark on the ruler. */
export interface Tick {
  readonly place: number;
  /** Milliseconds since the start; in what comes after a gap, since the end of that gap. */
  readonly since: number;
  readonly afterGap: boolean;
}

/**
 * Marks for the part of the axis between two places, about `most`: at round distances from the start, and after a gap
 * from its end. Where there are so many gaps that none fits between them, at even places.
 */
export function ticksOf(axis: Axis, left: number, right: number, most: number): Tick[] {
  const shown = axis.parts.filter(({ isGap, start, end }) => !isGap && end > left && start < right);
  const width = (part: AxisPart): number => Math.min(part.end, right) - Math.max(part.start, left);
  let [ran, even] = [0, 0];
  for (const part of shown) {
    ran += (width(part) / (part.end - part.start)) * (part.to - part.from);
    even += width(part);
  }
  const wanted = ran / Math.max(even / (right - left), 0.01) / Math.max(most, 1);
  const step = steps.find((candidate) => candidate >= wanted) ?? (steps.at(-1) as number);
  const ticks: Tick[] = [];
  for (const part of shown) {
    const afterGap = part.from > axis.from;
    const from = axis.timeAt(Math.max(part.start, left)) - part.from;
    const to = axis.timeAt(Math.min(part.end, right)) - part.from;
    const first = Math.max(Math.ceil(from / step), afterGap ? 1 : 0);
    for (let n = first; n * step <= to && ticks.length < 2 * most + 2; n++) {
      const since = n * step;
      ticks.push({ place: axis.at(part.from + since), since, afterGap });
    }
  }
  if (ticks.length > 1 || axis.parts.length < 2) return ticks;
  return Array.from({ length: most }, (_, i): Tick => {
    const place = left + (i / most) * (right - left);
    return { place, since: axis.timeAt(place) - axis.from, afterGap: false };
  });
}
