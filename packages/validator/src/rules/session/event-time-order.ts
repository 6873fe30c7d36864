import type { Rule } from "../../engine/rule.ts";

/** `at` of session events never decreases; spec/text/sessions.md#session-event-time-order. */
export const eventTimeOrder: Rule = {
  id: "session/event-time-order",
  needs: [],
  check(_ctx, report) {
    return {
      session({ sessionId, directory }) {
        let before = "";
        return {
          line({ event, line, byteOffset }) {
            const expected = before;
            const actual = event.at;
            before = actual;
            // All times have one form of fixed width, so their order is that of their text.
            if (actual >= expected) return;
            report({
              file: `${directory}/events.ndjson`,
              line,
              byteOffset,
              pointer: "/at",
              sessionId,
              message: `The message is older than the one before it, of ${expected}`,
              expected,
              actual,
              hint: "a writer whose clock goes back repeats the last time until the clock has caught up",
            });
          },
        };
      },
    };
  },
};
