import type { Rule } from "../../engine/rule.ts";
import type { ClaimedRange } from "../../engine/session-context.ts";
import { undisputed } from "./disputes.ts";
import { EventCount, isEmpty } from "./ranges.ts";

/** 1.0: every session event lies in the range of some outcome; spec/text/sessions.md#session-events-outside-ranges. */
export const eventsOutsideRanges: Rule = {
  id: "session/events-outside-ranges",
  needs: ["manifest", "trace"],
  // Until the run has ended, the last turn has no range.
  applies: (ctx) => ctx.finished,
  check(ctx, report) {
    const claims = undisputed(ctx);
    return {
      on: claims.on,
      session({ sessionId, directory, claimed }) {
        if (claims.isDisputed(sessionId)) return;
        const ranges = byStart(claimed);
        const count = new EventCount();
        let next = 0;
        let end = 0;
        let first = 0;
        let outside = 0;
        return {
          line({ event }) {
            if (!count.next(event)) return;
            const { seq } = event;
            for (let range = ranges[next]; range !== undefined; range = ranges[next]) {
              if (range.eventStartSeq > seq) break;
              end = Math.max(end, range.eventEndSeq);
              next += 1;
            }
            if (seq <= end) return;
            if (outside === 0) first = seq;
            outside += 1;
          },
          end() {
            if (outside === 0 || !count.reliable) return;
            report({
              file: `${directory}/events.ndjson`,
              line: first,
              sessionId,
              message: `${outside} of ${count.seq} session events ${outside === 1 ? "belongs" : "belong"} to no attempt`,
              hint: "the outcome of the attempt that caused them has no conversation, or there is no outcome",
            });
          },
        };
      },
    };
  },
};

function byStart(claimed: readonly ClaimedRange[]): readonly ClaimedRange["range"][] {
  return claimed
    .map(({ range }) => range)
    .filter((range) => !isEmpty(range))
    .toSorted((a, b) => a.eventStartSeq - b.eventStartSeq);
}
