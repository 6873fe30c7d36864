import type { Rule } from "../../engine/rule.ts";
import { undisputed } from "./disputes.ts";
import { EventCount, placeOfClaim } from "./ranges.ts";

/** Event ranges lie in events.ndjson; spec/text/sessions.md#session-event-range-bounds. */
export const eventRangeBounds: Rule = {
  id: "session/event-range-bounds",
  needs: ["trace"],
  check(ctx, report) {
    const claims = undisputed(ctx);
    return {
      on: claims.on,
      session({ sessionId, directory, claimed, hasEvents }) {
        const count = new EventCount();
        return {
          line({ event }) {
            count.next(event);
          },
          end() {
            const { seq, reliable } = count;
            for (const claim of claims.among(claimed)) {
              const { eventStartSeq, eventEndSeq } = claim.range;
              const place = placeOfClaim(claim, sessionId);
              if (eventStartSeq > eventEndSeq + 1) {
                report({
                  ...place,
                  pointer: "/payload/conversation/eventStartSeq",
                  message: "The event range starts after its end",
                  expected: `at most ${eventEndSeq + 1}`,
                  actual: eventStartSeq,
                  hint: "both ends are inclusive; a range without events has eventEndSeq = eventStartSeq − 1",
                });
              } else if (hasEvents && reliable && eventEndSeq > seq) {
                report({
                  ...place,
                  pointer: "/payload/conversation/eventEndSeq",
                  message: `The event range ends after the last of ${seq} session events`,
                  expected: `at most ${seq}`,
                  actual: eventEndSeq,
                  related: [
                    { file: `${directory}/events.ndjson`, ...(seq > 0 ? { line: seq } : {}) },
                  ],
                  hint: "write the session events of a turn before the outcome that claims them",
                });
              }
            }
          },
        };
      },
    };
  },
};
