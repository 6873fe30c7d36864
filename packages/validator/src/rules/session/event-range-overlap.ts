import type { Rule } from "../../engine/rule.ts";

/** Event ranges follow each other and do not overlap; spec/text/sessions.md#session-event-range-overlap. */
export const eventRangeOverlap: Rule = {
  id: "session/event-range-overlap",
  needs: ["trace"],
  check(_ctx, report) {
    return {
      session({ sessionId, claimed }) {
        let last: (typeof claimed)[number] | undefined;
        for (const claim of claimed) {
          const { range, line, seq, attemptId, nodeId } = claim;
          if (last !== undefined && range.eventStartSeq <= last.range.eventEndSeq) {
            report({
              file: "trace.ndjson",
              line,
              seq,
              attemptId,
              nodeId,
              sessionId,
              pointer: "/payload/conversation/eventStartSeq",
              message: `The range begins before the end of the range of ${JSON.stringify(last.attemptId)}`,
              expected: `at least ${last.range.eventEndSeq + 1}`,
              actual: range.eventStartSeq,
              related: [{ file: "trace.ndjson", line: last.line, pointer: "/payload/conversation" }],
            });
          }
          last = claim;
        }
      },
    };
  },
};
