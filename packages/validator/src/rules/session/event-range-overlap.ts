import type { Rule } from "../../engine/rule.ts";
import { undisputed } from "./disputes.ts";
import { EventCount, placeOfClaim } from "./ranges.ts";

/** Event ranges follow each other and do not overlap; spec/text/sessions.md#session-event-range-overlap. */
export const eventRangeOverlap: Rule = {
  id: "session/event-range-overlap",
  needs: ["trace"],
  check(ctx, report) {
    const claims = undisputed(ctx);
    return {
      on: claims.on,
      session({ sessionId, claimed, hasEvents }) {
        const count = new EventCount();
        return {
          line({ event }) {
            count.next(event);
          },
          end() {
            const last = hasEvents && count.reliable ? count.seq : Number.POSITIVE_INFINITY;
            let before: (typeof claimed)[number] | undefined;
            for (const claim of claims.among(claimed)) {
              const { eventStartSeq, eventEndSeq } = claim.range;
              // Such a range is session/event-range-bounds; it says nothing about the others.
              if (eventEndSeq > last || eventStartSeq > eventEndSeq + 1) continue;
              const end = before?.range.eventEndSeq ?? 0;
              if (before !== undefined && eventStartSeq <= end) {
                report({
                  ...placeOfClaim(claim, sessionId),
                  pointer: "/payload/conversation/eventStartSeq",
                  message: `The event range begins before the end of that of ${JSON.stringify(before.attemptId)}`,
                  expected: `at least ${end + 1}`,
                  actual: eventStartSeq,
                  related: [
                    { file: "trace.ndjson", line: before.line, pointer: "/payload/conversation" },
                  ],
                  hint: "a line belongs to the attempt that caused it and to no other",
                });
              }
              if (eventEndSeq >= end) before = claim;
            }
          },
        };
      },
    };
  },
};
