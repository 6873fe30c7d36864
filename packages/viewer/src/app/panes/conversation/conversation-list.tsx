import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useEffect, useMemo, useRef } from "react";
import { lastLine, stateAtLine, type Item } from "../../session/items.ts";
import type { SessionLog } from "../../session/session-log.ts";
import { headOf, ItemBody } from "./item-body.tsx";
import type { Slice } from "./slice.ts";

interface Props {
  readonly log: SessionLog;
  /** Line of the session up to which it is shown. */
  readonly line: number;
  readonly slice: Slice | undefined;
  readonly isAtEnd: boolean;
  /** Leads to a raw event. */
  readonly onRaw: (line: number) => void;
}

/** The items of a conversation. Only those in the window exist. */
export function ConversationList({ log, line, slice, isAtEnd, onRaw }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  /** What was opened or closed by hand, as items leave the window and come again. */
  const opened = useRef(new Map<number, boolean>());
  const { items } = log.transcript;
  const shown = useMemo(
    () => shownItems(items, line),
    // The log grows in place.
    // oxlint-disable-next-line exhaustive-deps
    [items, items.length, line, log.revision],
  );
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => estimate(shown[i]),
    getItemKey: (i) => shown[i]?.index ?? i,
    overscan: 6,
    paddingStart: 8,
    paddingEnd: 24,
  });
  const firstOfSlice =
    slice === undefined
      ? -1
      : shown.findIndex((item) => item.line >= slice.first && item.line <= slice.last);
  const sliceKey = firstOfSlice < 0 ? undefined : `${slice?.attemptId} ${slice?.first}`;
  useEffect(() => {
    if (sliceKey !== undefined && isAtEnd) virtual.scrollToIndex(firstOfSlice, { align: "start" });
    // Only when another slice is marked, and not whenever something grows.
    // oxlint-disable-next-line exhaustive-deps
  }, [sliceKey, isAtEnd]);
  useEffect(() => {
    // While the run is replayed, what was said last is in view.
    if (!isAtEnd && shown.length > 0) virtual.scrollToIndex(shown.length - 1, { align: "end" });
    // oxlint-disable-next-line exhaustive-deps
  }, [line, isAtEnd, shown.length]);
  const rows = virtual.getVirtualItems();
  return (
    <div
      ref={scroller}
      className="conversation-list"
      role="region"
      aria-label="Conversation"
      tabIndex={0}
    >
      <ol className="conversation-space" style={{ height: virtual.getTotalSize() }}>
        {rows.map(({ index, start, key }) => {
          const item = shown[index];
          if (item === undefined) return null;
          const isInSlice =
            slice !== undefined && item.line >= slice.first && item.line <= slice.last;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className="conversation-row"
              aria-setsize={shown.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Bubble
                item={item}
                items={items}
                line={Math.min(line, dependsOnOthers(item) ? line : lastLine(item))}
                isInSlice={isInSlice}
                opened={opened.current}
                onRaw={onRaw}
              />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

interface BubbleProps {
  readonly item: Item;
  readonly items: readonly Item[];
  readonly line: number;
  readonly isInSlice: boolean;
  readonly opened: Map<number, boolean>;
  readonly onRaw: (line: number) => void;
}

const time = new Intl.DateTimeFormat(undefined, { timeStyle: "medium" });

const Bubble = memo(
  ({ item, items, line, isInSlice, opened, onRaw }: BubbleProps) => {
    const { who, side } = headOf(item);
    const last = lastLine(item, line);
    const places = last > item.line ? `${item.line}–${last}` : String(item.line);
    return (
      <article
        className="bubble"
        data-side={side}
        data-kind={item.kind}
        data-slice={isInSlice ? "" : undefined}
        aria-label={who === "" ? "Message of the protocol" : who}
      >
        <div className="bubble-head">
          {who !== "" && <span className="bubble-who">{who}</span>}
          {who !== "" && Number.isFinite(item.time) && (
            <span className="soft">{time.format(item.time)}</span>
          )}
          <button
            type="button"
            className="bubble-raw"
            aria-label={`${places}: show the raw event`}
            title="Show the raw event"
            onClick={() => onRaw(item.line)}
          >
            {places}
          </button>
        </div>
        <div className="bubble-body">
          <ItemBody
            item={item}
            line={line}
            items={items}
            open={opened.get(item.index)}
            onToggle={(open) => opened.set(item.index, open)}
          />
        </div>
      </article>
    );
  },
  (before, after) =>
    before.item === after.item &&
    before.line === after.line &&
    before.isInSlice === after.isInSlice,
);

/** A tool call shows its terminals, which change by events of their own. */
function dependsOnOthers(item: Item): boolean {
  return item.kind === "tool" && (item.states.at(-1)?.value.terminals.length ?? 0) > 0;
}

/** Items up to a line, without the terminals that a tool call shows by then. */
export function shownItems(items: readonly Item[], line: number): Item[] {
  return items.filter((item) => {
    if (item.line > line) return false;
    if (item.kind !== "terminal" || item.shownBy === undefined) return true;
    const tool = items[item.shownBy];
    const { id } = stateAtLine(item.states, line);
    if (tool?.kind !== "tool" || tool.line > line || id === undefined) return true;
    return !stateAtLine(tool.states, line).terminals.includes(id);
  });
}

function estimate(item: Item | undefined): number {
  switch (item?.kind) {
    case "prompt":
      return 110;
    case "text":
      return item.role === "thought"
        ? 64
        : Math.min(600, 64 + Math.ceil(item.text.length / 70) * 21);
    case "plan":
    case "permission":
      return 130;
    case "tool":
      return 64;
    default:
      return 34;
  }
}
