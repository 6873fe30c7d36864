import type { Rule } from "../../engine/rule.ts";

/** `at` of session events never decreases; spec/text/sessions.md#session-event-time-order. */
export const eventTimeOrder: Rule = {
  id: "session/event-time-order",
  needs: [],
  check(_ctx, report) {
    return {
      session({ sessionId, directory }) {
        let last = "";
        return {
          line({ event, line, byteOffset }) {
            if (event.at >= last) {
              last = event.at;
              return;
            }
            report({
              file: `${directory}/events.ndjson`,
              line,
              byteOffset,
              pointer: "/at",
              sessionId,
              message: `The message is older than one before it, of ${last}`,
              expected: last,
              actual: event.at,
            });
          },
        };
      },
    };
  },
};
