import { memo } from "react";
import type { EntryHead, LoadedItem } from "../../session/batch.ts";
import { formatMoment } from "../../ui/time.ts";
import { headOf } from "./head.ts";
import { ItemBody } from "./item-body.tsx";

interface Props {
  readonly entry: EntryHead;
  /** Undefined while it is being read. */
  readonly loaded: LoadedItem | undefined;
  /** Milliseconds since 1970; NaN when it has no time. */
  readonly time: number;
  /** Height that it may take, in pixels, as long as it is not read. */
  readonly estimate: number;
  readonly isInSlice: boolean;
  /** Leads to a raw event. */
  readonly onRaw: (line: number) => void;
}

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "medium" });

/** One thing in a conversation: who, when, which events, and what it says. */
export const Bubble = memo(({ entry, loaded, time, estimate, isInSlice, onRaw }: Props) => {
  const { who, side } = headOf(entry);
  const { first } = entry;
  const last = loaded?.last ?? first;
  const places = last > first ? `${first}–${last}` : String(first);
  return (
    <article
      className="bubble"
      data-side={side}
      data-kind={entry.kind}
      data-role={entry.role}
      data-slice={isInSlice ? "" : undefined}
      aria-label={who === "" ? "Message of the protocol" : who}
      aria-busy={loaded === undefined}
    >
      <div className="bubble-head">
        {who !== "" && <span className="bubble-who">{who}</span>}
        {Number.isFinite(time) && (
          <time
            className="bubble-time"
            dateTime={new Date(time).toISOString()}
            title={formatMoment(time)}
          >
            {clock.format(time)}
          </time>
        )}
        <button
          type="button"
          className="bubble-raw"
          aria-label={`${places}: show the raw event`}
          title="Show the raw event"
          onClick={() => onRaw(first)}
        >
          {places}
        </button>
      </div>
      <div
        className="bubble-body"
        style={loaded === undefined ? { minHeight: estimate - 24 } : undefined}
      >
        {loaded !== undefined && <ItemBody entry={entry} loaded={loaded} />}
      </div>
    </article>
  );
});
