import type { Rule } from "../../engine/rule.ts";
import { undisputed } from "./disputes.ts";
import { EventCount, RangeUnion } from "./ranges.ts";

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
        const ranges = new RangeUnion(claimed);
        const count = new EventCount();
        let first = 0;
        let outside = 0;
        return {
          line({ event }) {
            if (!count.next(event) || ranges.has(event.seq)) return;
            if (outside === 0) first = event.seq;
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
