import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, useState, type PointerEvent, type ReactNode } from "react";
import { pause } from "../../playback/move.ts";
import { isAtEnd, positionRow, positionTime } from "../../state/selectors.ts";
import { useAppState, useRun, useSelection, useStore } from "../../state/store.ts";
import { count, formatDuration } from "../../ui/time.ts";
import { ticksOf } from "./axis.ts";
import { LaneRow } from "./lane-row.tsx";
import { barsOf, pixelAt, pixelOf, type TimelineModel, type View } from "./lanes.ts";
import { heartbeatsByNode, type SpansByAttempt } from "./marks.ts";
import { rowAtTime } from "./row-at-time.ts";
import { useView, useWidth, whole } from "./use-view.ts";

interface Props {
  readonly model: TimelineModel;
  readonly spans: SpansByAttempt;
  readonly notes: readonly string[];
  readonly switcher: ReactNode;
}

const labelWidth = 144;
const laneHeight = 30;
/** A label with less room than this is left out. */
const labelPixels = 48;
/** At the right: the shortest bar at the very end has to fit. */
const margin = 8;

/** Attempts as bars, a lane for each node, on one axis of time. */
export function TimelineChart({ model, spans, notes, switcher }: Props) {
  const run = useRun();
  const { table, revision } = run;
  const scroller = useRef<HTMLDivElement>(null);
  const { view, setView, zoom } = useView(scroller, labelWidth);
  const pixels = Math.max(useWidth(scroller) - labelWidth - margin, 0);
  const shown: View = useMemo(() => ({ ...view, pixels }), [view, pixels]);
  const [beats, setBeats] = useState(false);
  const heartbeats = useMemo(
    () => (beats ? heartbeatsByNode(table) : undefined),
    // oxlint-disable-next-line exhaustive-deps -- the table grows in place, which the revision tells
    [table, revision, beats],
  );
  const bars = useMemo(
    () => (pixels === 0 ? [] : model.lanes.map((lane) => barsOf(table, lane, model, shown))),
    [table, model, shown, pixels],
  );
  const joined = useMemo(() => {
    const several = bars.flat().filter((bar) => bar.count > 1);
    return { bars: several.length, attempts: several.reduce((sum, bar) => sum + bar.count, 0) };
  }, [bars]);
  const lanes = useVirtualizer({
    count: model.lanes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => laneHeight,
    overscan: 4,
    scrollMargin: laneHeight,
  });
  const { axis } = model;
  const isWhole = view === whole;
  const page = (share: number): void => {
    const by = (view.right - view.left) * share;
    const left = Math.min(Math.max(view.left + by, 0), 1 - (view.right - view.left));
    setView({ left, right: left + view.right - view.left });
  };
  return (
    <div className="timeline">
      <div className="timeline-tools">
        {switcher}
        <div className="timeline-zoom" role="group" aria-label="Zoom">
          <button
            type="button"
            aria-label="Zoom in"
            title="Zoom in (Ctrl and wheel)"
            onClick={() => zoom(2)}
          >
            +
          </button>
          <button type="button" aria-label="Zoom out" disabled={isWhole} onClick={() => zoom(0.5)}>
            −
          </button>
          <button type="button" disabled={isWhole} onClick={() => setView(whole)}>
            All
          </button>
          {!isWhole && (
            <>
              <button
                type="button"
                aria-label="Earlier"
                disabled={view.left <= 0}
                onClick={() => page(-0.5)}
              >
                ←
              </button>
              <button
                type="button"
                aria-label="Later"
                disabled={view.right >= 1}
                onClick={() => page(0.5)}
              >
                →
              </button>
            </>
          )}
        </div>
        <label className="timeline-check">
          <input
            type="checkbox"
            checked={beats}
            onChange={({ target }) => setBeats(target.checked)}
          />{" "}
          Heartbeats
        </label>
        <Remarks gaps={axis.gaps.length} joined={joined} notes={notes} />
      </div>
      <div
        className="timeline-scroll"
        ref={scroller}
        role="group"
        aria-label="Attempts on an axis of time"
        tabIndex={-1}
      >
        <Ruler model={model} view={shown} />
        <div className="timeline-lanes" style={{ height: lanes.getTotalSize() }}>
          <div className="timeline-behind" style={{ left: labelWidth }}>
            {axis.gaps.map((gap) => {
              const left = pixelOf(axis, shown, gap.from);
              const right = pixelOf(axis, shown, gap.to);
              if (right < 0 || left > pixels) return null;
              return (
                <div
                  key={gap.from}
                  className="timeline-gap"
                  style={{ left, width: right - left }}
                />
              );
            })}
            <Cursor model={model} view={shown} setView={setView} />
          </div>
          {pixels > 0 &&
            lanes.getVirtualItems().map(({ index, start }) => {
              const lane = model.lanes[index];
              if (lane === undefined) return null;
              return (
                <LaneRow
                  key={index}
                  lane={lane}
                  bars={bars[index] ?? []}
                  model={model}
                  view={shown}
                  spans={spans}
                  beats={heartbeats?.get(lane.nodeId)}
                  top={start - laneHeight}
                  onZoom={setView}
                />
              );
            })}
        </div>
      </div>
    </div>
  );
}

interface RemarksProps {
  readonly gaps: number;
  readonly joined: { readonly bars: number; readonly attempts: number };
  readonly notes: readonly string[];
}

/** What the chart does not show as it was. */
function Remarks({ gaps, joined, notes }: RemarksProps) {
  return (
    <p className="timeline-remarks soft">
      {gaps > 0 && <span>{count(gaps, "idle stretch", "idle stretches")} drawn shorter.</span>}
      {joined.bars > 0 && (
        <span>
          {count(joined.attempts, "attempt")} too short to tell apart are joined into{" "}
          {count(joined.bars, "bar")}; zoom in, or see the list.
        </span>
      )}
      {notes.map((note) => (
        <span key={note}>{note}</span>
      ))}
    </p>
  );
}

/** Time since the start; pressing it moves the replay. */
function Ruler({ model: { axis }, view }: { readonly model: TimelineModel; readonly view: View }) {
  const store = useStore();
  const { table } = useRun();
  const ticks = ticksOf(axis, view.left, view.right, Math.max(Math.floor(view.pixels / 90), 1));
  const hasRoom = (place: number): boolean => {
    const left = pixelAt(view, place);
    const runsInto = (gap: number): boolean => gap > left && gap < left + labelPixels;
    return (
      left < view.pixels - labelPixels &&
      !axis.gaps.some(({ start }) => runsInto(pixelAt(view, start)))
    );
  };
  const scrub = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.buttons !== 1) return;
    pause(store);
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left) / Math.max(view.pixels, 1);
    const place = view.left + Math.min(Math.max(share, 0), 1) * (view.right - view.left);
    const row = rowAtTime(table, axis.timeAt(place));
    const at = row >= table.lastRow ? undefined : row + 1;
    store.select({ at }, { replace: true });
  };
  return (
    <div className="timeline-ruler">
      <span className="timeline-corner soft">since the start</span>
      <div
        className="timeline-ticks"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          scrub(event);
        }}
        onPointerMove={scrub}
      >
        {ticks.map(({ place, since, afterGap }) => (
          <span key={place} className="timeline-tick" style={{ left: pixelAt(view, place) }}>
            {hasRoom(place) &&
              (since === 0 ? "0" : `${afterGap ? "+" : ""}${formatDuration(since)}`)}
          </span>
        ))}
        {axis.gaps.map(({ from, to }) => {
          const left = pixelOf(axis, view, from);
          const width = pixelOf(axis, view, to) - left;
          if (left + width < 0 || left > view.pixels) return null;
          return (
            <span
              key={from}
              className="timeline-gap-length"
              {...labelPlace(left + width / 2, view.pixels)}
              title={`Nothing ran for ${formatDuration(to - from)}`}
            >
              {width > 24 && formatDuration(to - from)}
            </span>
          );
        })}
      </div>
    </div>
  );
}

/** In the middle of its gap; at the edge of the chart where it would be cut there. */
function labelPlace(middle: number, pixels: number) {
  if (middle < labelPixels / 2) return { "data-edge": true, style: { left: 0 } };
  if (middle > pixels - labelPixels / 2) return { "data-edge": true, style: { right: 0 } };
  return { style: { left: middle } };
}

interface CursorProps {
  readonly model: TimelineModel;
  readonly view: View;
  readonly setView: (view: { readonly left: number; readonly right: number }) => void;
}

/** Where the replay stands. What is zoomed goes along. */
function Cursor({ model: { axis }, view, setView }: CursorProps) {
  const run = useRun();
  const selection = useSelection();
  const playback = useAppState((state) => state.playback);
  const atEnd = isAtEnd(selection);
  const isBefore = !atEnd && positionRow(run, selection) < 0;
  const time = isBefore ? axis.from : (positionTime(run, selection, playback) ?? axis.to);
  const place = axis.at(time);
  const { left, right } = view;
  useEffect(() => {
    if (atEnd || !Number.isFinite(place) || (place >= left && place <= right)) return;
    const half = (right - left) / 2;
    const start = Math.min(Math.max(place - half, 0), 1 - 2 * half);
    setView({ left: start, right: start + 2 * half });
    // oxlint-disable-next-line exhaustive-deps -- when the replay moves, and not when the window does
  }, [place, atEnd]);
  const x = pixelOf(axis, view, time);
  if (!Number.isFinite(x) || x < -1 || x > view.pixels + 1) return null;
  return <div className="timeline-cursor" data-end={atEnd} style={{ left: x }} />;
}
