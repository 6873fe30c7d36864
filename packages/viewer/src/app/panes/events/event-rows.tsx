import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, type KeyboardEvent } from "react";
import { Name } from "../../ui/name.tsx";
import { formatBytes } from "../../ui/time.ts";
import { placeOf, type EventLog, type EventRow } from "./event-list.ts";

const rowHeight = 28;
const pageRows = 20;

interface Props {
  readonly log: EventLog;
  /** Lines that are shown; undefined is all. */
  readonly lines: Uint32Array | undefined;
  readonly selected: number | undefined;
  readonly onSelect: (line: number, replace: boolean) => void;
}

/** The list. Only the rows in the window exist. */
export function EventRows({ log, lines, selected, onSelect }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const length = lines?.length ?? log.count;
  const virtual = useVirtualizer({
    count: length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const at = selected === undefined ? -1 : placeOf(lines, selected, log.count);
  useEffect(() => {
    const element = scroller.current;
    if (at < 0 || element === null) return undefined;
    virtual.scrollToIndex(at, { align: "auto" });
    // The opened event takes room from the list: what is selected stays in view.
    const observer = new ResizeObserver(() => virtual.scrollToIndex(at, { align: "auto" }));
    observer.observe(element);
    return () => observer.disconnect();
  }, [at, virtual]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: ReadonlyMap<string, number> = new Map([
      ["ArrowDown", 1],
      ["ArrowUp", -1],
      ["PageDown", pageRows],
      ["PageUp", -pageRows],
      ["Home", -Infinity],
      ["End", Infinity],
    ]);
    const step = steps.get(event.key);
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = Math.max(0, Math.min(length - 1, at === -1 && step === -1 ? 0 : at + step));
    onSelect(lines?.[next] ?? next + 1, true);
  };
  const items = virtual.getVirtualItems();
  return (
    <div
      ref={scroller}
      className="events-rows"
      role="listbox"
      aria-label="Events"
      tabIndex={0}
      aria-activedescendant={items.some(({ index }) => index === at) ? `event-${at}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="events-space" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = log.row(lines?.[index] ?? index + 1);
          return row === undefined ? null : (
            <div
              key={index}
              id={`event-${index}`}
              className="events-row"
              role="option"
              aria-selected={index === at}
              aria-setsize={length}
              aria-posinset={index + 1}
              data-problem={row.problem === undefined ? undefined : ""}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => onSelect(row.line, false)}
            >
              <Cells row={row} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Cells({ row }: { readonly row: EventRow }) {
  const { line, time, kind, about, direction, bytes, problem } = row;
  return (
    <>
      <span className="events-line">{line}</span>
      <span className="events-time">{clock(time)}</span>
      {direction !== "" && (
        <span
          className="events-direction"
          title={direction === "outbound" ? "to the agent" : "from the agent"}
        >
          <span aria-hidden="true">{direction === "outbound" ? "→" : "←"}</span>
          <span className="visually-hidden">{direction}</span>
        </span>
      )}
      {problem === undefined ? (
        <span className="events-kind">
          <Name text={kind} max={60} />
        </span>
      ) : (
        <span className="events-kind">⚠ {problem}</span>
      )}
      <span className="events-about">{about !== "" && <Name text={about} max={120} />}</span>
      <span className="events-bytes">{formatBytes(bytes)}</span>
    </>
  );
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}

/** Time of day with milliseconds. */
function clock(time: number): string {
  if (!Number.isFinite(time)) return "";
  const date = new Date(time);
  const ms = String(date.getMilliseconds()).padStart(3, "0");
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${ms}`;
}
