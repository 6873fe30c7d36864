import type { Rule } from "../../engine/rule.ts";
import { EventCount } from "./ranges.ts";

/** record.lastSeq is the number of session events; spec/text/sessions.md#session-record-last-seq. */
export const recordLastSeq: Rule = {
  id: "session/record-last-seq",
  needs: ["manifest"],
  // While a run goes on, the record may lag.
  applies: (ctx) => ctx.status !== "running",
  check(_ctx, report) {
    return {
      session({ sessionId, directory, record, hasEvents, claimed }) {
        if (record === undefined || !hasEvents) return;
        const { lastSeq } = record;
        const count = new EventCount();
        return {
          line({ event }) {
            count.next(event);
          },
          end() {
            const { seq, reliable } = count;
            if (!reliable || lastSeq === seq) return;
            // Events that are gone, and not only unknown to the record, are session/event-range-bounds.
            if (lastSeq > seq && claimed.some(({ range }) => range.eventEndSeq > seq)) return;
            report({
              file: `${directory}/record.json`,
              pointer: "/lastSeq",
              sessionId,
              message: `lastSeq is ${lastSeq}, but the session has ${seq} events`,
              expected: seq,
              actual: lastSeq,
              related: [{ file: `${directory}/events.ndjson`, ...(seq > 0 ? { line: seq } : {}) }],
              hint: "bring the record up to date after each turn, also when it failed, and before the run waits or ends",
            });
          },
        };
      },
    };
  },
};
