import type { Rule } from "../../engine/rule.ts";
import { RangeCursor } from "./ranges.ts";

/** 1.0: every session event belongs to the range of an attempt; spec/text/known-deviations.md#session-events-outside-ranges. */
export const eventsOutsideRanges: Rule = {
  id: "session/events-outside-ranges",
  needs: ["manifest", "trace"],
  // Until the run has ended, the last turn has no range.
  applies: (ctx) => ctx.status !== "running",
  check(_ctx, report) {
    return {
      session({ sessionId, directory, claimed }) {
        const outside: number[] = [];
        const cursor = new RangeCursor(claimed);
        return {
          line({ event }) {
            if (cursor.at(event.seq) === undefined) outside.push(event.seq);
          },
          end() {
            const first = outside[0];
            if (first === undefined) return;
            report({
              file: `${directory}/events.ndjson`,
              line: first,
              sessionId,
              message: `${outside.length} session event${outside.length === 1 ? " belongs" : "s belong"} to no attempt`,
              hint: "the attempt that caused them lost its receipts",
            });
          },
        };
      },
    };
  },
};
