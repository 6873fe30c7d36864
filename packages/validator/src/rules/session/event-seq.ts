import type { Rule } from "../../engine/rule.ts";

/** seq of session events is 1, 2, 3, …; spec/text/sessions.md#session-event-seq. */
export const eventSeq: Rule = {
  id: "session/event-seq",
  needs: [],
  check(_ctx, report) {
    return {
      session({ sessionId, directory }) {
        let expected = 1;
        return {
          line({ event, line, byteOffset }) {
            const actual = event.seq;
            if (actual !== expected) {
              report({
                file: `${directory}/events.ndjson`,
                line,
                byteOffset,
                pointer: "/seq",
                sessionId,
                message: `seq is ${actual}, but ${expected} comes next`,
                expected,
                actual,
                hint: "number the messages of a session from 1, those of both directions together; ranges refer to these numbers",
              });
            }
            expected = actual + 1;
          },
        };
      },
    };
  },
};
