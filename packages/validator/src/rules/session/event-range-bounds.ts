import type { Rule } from "../../engine/rule.ts";

/** Event ranges lie in events.ndjson; spec/text/sessions.md#session-event-range-bounds. */
export const eventRangeBounds: Rule = {
  id: "session/event-range-bounds",
  needs: ["trace"],
  check(_ctx, report) {
    return {
      session({ sessionId, directory, claimed, hasEvents }) {
        if (!hasEvents) return;
        let lines = 0;
        return {
          line() {
            lines += 1;
          },
          end() {
            for (const { range, line, seq, attemptId, nodeId } of claimed) {
              const place = { file: "trace.ndjson", line, seq, attemptId, nodeId, sessionId };
              const related = [{ file: `${directory}/events.ndjson`, ...(lines > 0 ? { line: lines } : {}) }];
              if (range.eventEndSeq > lines) {
                report({
                  ...place,
                  pointer: "/payload/conversation/eventEndSeq",
                  message: `The range ends after the last of ${lines} session events`,
                  expected: `at most ${lines}`,
                  actual: range.eventEndSeq,
                  related,
                });
              } else if (range.eventStartSeq > range.eventEndSeq + 1) {
                report({
                  ...place,
                  pointer: "/payload/conversation/eventStartSeq",
                  message: "The range starts after its end",
                  expected: `at most ${range.eventEndSeq + 1}`,
                  actual: range.eventStartSeq,
                });
              }
            }
          },
        };
      },
    };
  },
};
