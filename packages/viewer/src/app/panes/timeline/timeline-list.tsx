import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from "react";
import { positionRow, selectedAttempt } from "../../state/selectors.ts";
import { useRun, useSelection, useStore } from "../../state/store.ts";
import { outcomeAt } from "../../trace/trace-table.ts";
import { OutcomeBadge } from "../../ui/badge.tsx";
import { Name } from "../../ui/name.tsx";
import { count, formatDuration } from "../../ui/time.ts";
import type { SpansByAttempt } from "./marks.ts";
import { showAttempt } from "./show-attempt.ts";

interface Props {
  readonly spans: SpansByAttempt;
  readonly notes: readonly string[];
  readonly switcher: ReactNode;
}

const rowHeight = 32;

/** The timeline as a list: the same attempts, in order, with all figures as text. */
export function TimelineList({ spans, notes, switcher }: Props) {
  const store = useStore();
  const run = useRun();
  const selection = useSelection();
  const { table } = run;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const row = positionRow(run, selection);
  const selected = selectedAttempt(run, selection)?.index ?? -1;
  const start = table.row(0)?.time ?? Number.NaN;
  const rows = useVirtualizer({
    count: table.attempts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  useEffect(() => {
    if (selected >= 0) rows.scrollToIndex(selected, { align: "auto" });
    // oxlint-disable-next-line exhaustive-deps -- only when another one is selected
  }, [selected]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1, 1);
    const steps = new Map([
      ["ArrowUp", -1],
      ["ArrowDown", 1],
      ["PageUp", -page],
      ["PageDown", page],
    ]);
    const step = steps.get(event.key);
    if (step === undefined) return;
    event.preventDefault();
    const to = Math.min(Math.max(selected + step, 0), table.attempts.length - 1);
    const attempt = table.attempts[to];
    if (attempt !== undefined) showAttempt(store, attempt, { replace: true });
  };
  return (
    <div className="timeline">
      <div className="timeline-tools">
        {switcher}
        <span className="soft">{count(table.attempts.length, "attempt")}</span>
        {notes.map((note) => (
          <span key={note} className="soft">
            {note}
          </span>
        ))}
      </div>
      <div
        ref={scroller}
        className="timeline-list"
        role="listbox"
        aria-label="Attempts"
        tabIndex={0}
        aria-activedescendant={selected >= 0 ? `${id}-${selected}` : undefined}
        onKeyDown={onKeyDown}
      >
        <div style={{ height: rows.getTotalSize() }} role="presentation">
          {rows.getVirtualItems().map(({ index, start: top }) => {
            const attempt = table.attempts[index];
            if (attempt === undefined) return null;
            const outcome = outcomeAt(attempt, row);
            const own = spans.get(index) ?? [];
            const tools = own.filter(({ kind }) => kind === "tool").length;
            const waits = own.length - tools;
            return (
              // oxlint-disable-next-line click-events-have-key-events -- the list box has the keys
              <div
                key={index}
                id={`${id}-${index}`}
                className="timeline-item"
                role="option"
                aria-selected={index === selected}
                aria-setsize={table.attempts.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${top}px)` }}
                onClick={() => showAttempt(store, attempt)}
              >
                <span className="timeline-item-name">
                  <Name text={attempt.attemptId} />
                </span>
                <span className="soft">+{formatDuration(attempt.startedAt - start)}</span>
                <span className="soft">
                  {outcome === "open" || outcome === undefined
                    ? "–"
                    : formatDuration(attempt.durationMs)}
                </span>
                <span className="soft">
                  {[tools > 0 && count(tools, "tool call"), waits > 0 && count(waits, "permission")]
                    .filter((part) => part !== false)
                    .join(", ")}
                </span>
                {outcome === undefined ? (
                  <span className="soft">later</span>
                ) : (
                  <OutcomeBadge outcome={outcome} />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
