import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, useState } from "react";
import { useItems } from "../../session/use-items.ts";
import type { OpenSession } from "../../session/use-session-log.ts";
import { count } from "../../ui/time.ts";
import { Bubble } from "./bubble.tsx";
import { estimatedHeight } from "./estimate.ts";
import { OpenedContext } from "./opened.tsx";
import type { Slice } from "./slice.ts";

interface Props {
  readonly session: OpenSession;
  /** Line of the session up to which it is shown. */
  readonly line: number;
  readonly slice: Slice | undefined;
  readonly isAtEnd: boolean;
  /** Leads to a raw event. */
  readonly onRaw: (line: number) => void;
}

/** The things of a conversation. Only those in the window exist, and only what they say was read. */
export function ConversationList({ session, line, slice, isAtEnd, onRaw }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const [opened] = useState(() => new Map<string, boolean>());
  const { log } = session;
  const shown = useMemo(
    () => log.entriesAt(line),
    // The log grows in place.
    // oxlint-disable-next-line exhaustive-deps
    [log, line, log.revision],
  );
  const length = shown.length;
  const virtual = useVirtualizer({
    count: length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => estimatedHeight(shown[i]),
    getItemKey: (i) => shown[i]?.index ?? i,
    overscan: 6,
    paddingStart: 8,
    paddingEnd: 24,
  });
  const firstOfSlice =
    slice === undefined
      ? -1
      : shown.findIndex(({ first }) => first >= slice.first && first <= slice.last);
  const attemptId = firstOfSlice < 0 ? undefined : slice?.attemptId;
  /** The attempt that the list was led to. */
  const led = useRef<string>(undefined);
  useEffect(() => {
    if (!isAtEnd) led.current = undefined;
    if (!isAtEnd || attemptId === undefined || attemptId === led.current) return;
    led.current = attemptId;
    virtual.scrollToIndex(firstOfSlice, { align: "start" });
    // Only when another attempt is marked, and not whenever something grows.
    // oxlint-disable-next-line exhaustive-deps
  }, [attemptId, isAtEnd]);
  useEffect(() => {
    // While the run is replayed, what was said last is in view.
    if (!isAtEnd && length > 0) virtual.scrollToIndex(length - 1, { align: "end" });
    // oxlint-disable-next-line exhaustive-deps
  }, [line, isAtEnd, length]);
  const rows = virtual.getVirtualItems();
  const window = rows.flatMap(({ index }) => shown[index] ?? []);
  const itemOf = useItems(session, window, line);
  const below = useNewBelow(length, rows.at(-1)?.index ?? -1, log.isRead);
  return (
    <OpenedContext value={opened}>
      <div
        ref={scroller}
        className="conversation-list"
        role="region"
        aria-label="Conversation"
        tabIndex={0}
      >
        <ol className="conversation-space" style={{ height: virtual.getTotalSize() }}>
          {rows.map(({ index, start, key }) => {
            const entry = shown[index];
            if (entry === undefined) return null;
            const { first } = entry;
            return (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className="conversation-row"
                aria-setsize={length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Bubble
                  entry={entry}
                  loaded={itemOf(entry.index)}
                  time={log.timeOf(first)}
                  estimate={estimatedHeight(entry)}
                  isInSlice={slice !== undefined && first >= slice.first && first <= slice.last}
                  onRaw={onRaw}
                />
              </li>
            );
          })}
        </ol>
      </div>
      {isAtEnd && below > 0 && (
        <button
          type="button"
          className="conversation-newest"
          onClick={() => virtual.scrollToIndex(length - 1, { align: "end" })}
        >
          {count(below, "new message")} below
        </button>
      )}
    </OpenedContext>
  );
}

/** How many things came at the end of a list since its end was seen last. What is there at first is not new. */
function useNewBelow(length: number, lastInView: number, isRead: boolean): number {
  const seen = useRef(length);
  const wasRead = useRef(false);
  const isSeen = !wasRead.current || lastInView >= length - 1 || seen.current > length;
  if (isSeen) seen.current = length;
  // The last of what was there at first may come together with the news that it is the last.
  wasRead.current = isRead;
  return length - Math.max(seen.current, lastInView + 1);
}
