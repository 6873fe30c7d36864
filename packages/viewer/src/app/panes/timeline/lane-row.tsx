import { memo } from "react";
import { positionRow, positionTime, selectedAttempt } from "../../state/selectors.ts";
import { useAppState, useRun, useSelection, useStore } from "../../state/store.ts";
import type { AttemptRow } from "../../trace/batch.ts";
import { Name } from "../../ui/name.tsx";
import { count, formatDuration } from "../../ui/time.ts";
import {
  outcomeOfBar,
  pixelOf,
  spanOf,
  type Bar,
  type Lane,
  type TimelineModel,
  type View,
} from "./lanes.ts";
import type { SpansByAttempt } from "./marks.ts";
import type { SessionSpan } from "./session-spans.ts";
import { showAttempt } from "./show-attempt.ts";
import { clamp } from "./use-view.ts";

interface Props {
  readonly lane: Lane;
  readonly bars: readonly Bar[];
  readonly model: TimelineModel;
  readonly view: View;
  readonly spans: SpansByAttempt;
  readonly beats: readonly number[] | undefined;
  readonly top: number;
  readonly onZoom: (view: { readonly left: number; readonly right: number }) => void;
}

/** The attempts at one node. */
export const LaneRow = memo(function LaneRow(props: Props) {
  const { lane, bars, model, view, spans, beats, top, onZoom } = props;
  const store = useStore();
  const run = useRun();
  const selection = useSelection();
  const selected = selectedAttempt(run, selection);
  const row = positionRow(run, selection);
  const isSelected = selection.node === lane.nodeId || selected?.nodeId === lane.nodeId;
  const single = bars.filter((bar) => bar.count === 1);
  return (
    <div className="timeline-lane" style={{ transform: `translateY(${top}px)` }}>
      <button
        type="button"
        className="timeline-label plain"
        data-selected={isSelected}
        title={lane.nodeId.slice(0, 200)}
        onClick={() => store.select({ node: lane.nodeId, attempt: undefined })}
      >
        <span className="timeline-label-name">
          <Name text={lane.nodeId} max={60} />
        </span>
        {lane.indices.length > 1 && (
          <span className="soft">×{lane.indices.length.toLocaleString("en")}</span>
        )}
      </button>
      <div className="timeline-track">
        {bars.map((bar) => (
          <BarButton
            key={bar.start}
            lane={lane}
            bar={bar}
            model={model}
            view={view}
            onZoom={onZoom}
            outcome={outcomeOfBar(run.table, lane, bar, row)}
            isSelected={selected !== undefined && holds(lane, bar, selected)}
          />
        ))}
        {single.map((bar) => {
          const index = lane.indices[bar.start] ?? -1;
          const attempt = run.table.attempts[index];
          const own = spans.get(index);
          if (own === undefined || attempt === undefined || bar.width < 12) return null;
          return <Spans key={bar.start} spans={own} attempt={attempt} model={model} view={view} />;
        })}
        {beats !== undefined && <Beats times={beats} model={model} view={view} />}
      </div>
    </div>
  );
});

/** Whether an attempt is among those of a bar. */
function holds(lane: Lane, { start, count: length }: Bar, { nodeId, index }: AttemptRow): boolean {
  const [first = -1, last = -1] = [lane.indices[start], lane.indices[start + length - 1]];
  return nodeId === lane.nodeId && index >= first && index <= last;
}

interface BarProps extends Pick<Props, "lane" | "model" | "view" | "onZoom"> {
  readonly bar: Bar;
  readonly outcome: string;
  readonly isSelected: boolean;
}

/** Knows nothing of the replay, so that a step of it renders only the bars that look different afterwards. */
const BarButton = memo(function BarButton(props: BarProps) {
  const { lane, bar, model, view, onZoom, outcome, isSelected } = props;
  const store = useStore();
  const { axis } = model;
  const attempts = store.state.primary?.table.attempts;
  const first = attempts?.[lane.indices[bar.start] ?? -1];
  const last = attempts?.[lane.indices[bar.start + bar.count - 1] ?? -1];
  if (first === undefined || last === undefined) return null;
  const [from, to] = [spanOf(first, axis.to)?.from ?? 0, spanOf(last, axis.to)?.to ?? 0];
  const words = outcome === "open" ? "running" : outcome.replaceAll("_", " ");
  const text =
    bar.count === 1
      ? `${first.attemptId.slice(0, 200)}, ${words}, ${formatDuration(to - from)}`
      : `${count(bar.count, "attempt")}, the gravest outcome: ${words}, ${formatDuration(to - from)}`;
  const left = Math.max(bar.left, -4);
  const width = Math.min(bar.left + bar.width, view.pixels + 4) - left;
  const onClick = (): void => {
    if (bar.count === 1) {
      showAttempt(store, first);
      return;
    }
    const [start, end] = [axis.at(from), axis.at(to)];
    const margin = Math.max((end - start) * 0.2, 1e-6);
    onZoom(clamp(start - margin, end + margin));
  };
  return (
    <button
      type="button"
      className="timeline-bar"
      tabIndex={-1}
      data-outcome={outcome}
      data-selected={isSelected}
      data-several={bar.count > 1}
      aria-label={text}
      title={bar.count > 1 ? `${text}. Press to zoom in.` : text}
      style={{ left, width }}
      onClick={onClick}
    >
      {width > 64 && outcome !== "open" && outcome !== "later" && (
        <span className="timeline-bar-text" aria-hidden="true">
          {bar.count === 1 ? formatDuration(to - from) : `×${bar.count.toLocaleString("en")}`}
        </span>
      )}
    </button>
  );
});

interface SpansProps {
  readonly spans: readonly SessionSpan[];
  readonly attempt: AttemptRow;
  readonly model: TimelineModel;
  readonly view: View;
}

function Spans({ spans, attempt, model: { axis }, view }: SpansProps) {
  const store = useStore();
  const run = useRun();
  const selection = useSelection();
  const now = useAppState((state) => positionTime(run, selection, state.playback)) ?? Infinity;
  const end = attempt.finishedAt ?? axis.to;
  let taken = { tool: -Infinity, permission: -Infinity };
  return spans.map((span) => {
    const left = pixelOf(axis, view, span.from);
    const right = Math.max(pixelOf(axis, view, Math.min(span.to ?? end, end)), left + 3);
    // What would hide behind the one before is not drawn; the list counts all.
    if (right < 0 || left > view.pixels || right <= taken[span.kind]) return null;
    taken = { ...taken, [span.kind]: right };
    const what = span.kind === "tool" ? "Tool call" : "Waited for permission";
    const took = span.to === undefined ? "no end" : formatDuration(span.to - span.from);
    const text = `${what}: ${span.title}, ${span.status ?? "no status"}, ${took}`;
    return (
      <button
        key={`${span.kind} ${span.line}`}
        type="button"
        tabIndex={-1}
        className="timeline-span"
        data-kind={span.kind}
        data-failed={span.status === "failed"}
        data-later={span.from > now}
        aria-label={text}
        title={text}
        style={{
          left: Math.max(left, -4),
          width: Math.min(right, view.pixels + 4) - Math.max(left, -4),
        }}
        onClick={() =>
          showAttempt(store, attempt, {
            tab: "conversation",
            session: span.sessionId,
            log: "session",
            event: span.line,
          })
        }
      />
    );
  });
}

function Beats({
  times,
  model: { axis },
  view,
}: {
  readonly times: readonly number[];
  readonly model: TimelineModel;
  readonly view: View;
}) {
  const places = new Set<number>();
  for (const time of times) {
    const x = Math.round(pixelOf(axis, view, time) / 3) * 3;
    if (x >= 0 && x <= view.pixels) places.add(x);
  }
  return [...places].map((left) => (
    <span key={left} className="timeline-beat" style={{ left }} aria-hidden="true" />
  ));
}
