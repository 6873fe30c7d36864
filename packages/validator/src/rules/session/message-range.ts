import type { Rule } from "../../engine/rule.ts";

/** Message ranges lie in record.messages and begin with a User message; spec/text/sessions.md#session-message-range. */
export const messageRange: Rule = {
  id: "session/message-range",
  needs: ["manifest", "trace"],
  check(ctx, report) {
    // While a run goes on, the record may lag.
    if (ctx.status === "running") return;
    return {
      session({ sessionId, directory, record, claimed }) {
        if (record === undefined) return;
        const { messages } = record;
        const related = [{ file: `${directory}/record.json`, pointer: "/messages" }];
        let last = -1;
        for (const { range, line, seq, attemptId, nodeId } of claimed) {
          const place = { file: "trace.ndjson", line, seq, attemptId, nodeId, sessionId, related };
          const { messageStart, messageEnd } = range;
          const empty = messageEnd === messageStart - 1;
          if (messageEnd >= messages.length) {
            report({
              ...place,
              pointer: "/payload/conversation/messageEnd",
              message: `The range ends after the last of the ${messages.length} messages that the record keeps`,
              expected: `at most ${messages.length - 1}`,
              actual: messageEnd,
            });
          } else if (messageStart <= last && !empty) {
            report({
              ...place,
              pointer: "/payload/conversation/messageStart",
              message: "The range begins before the end of the one before it",
              expected: `at least ${last + 1}`,
              actual: messageStart,
            });
          } else if (!empty && !isUser(messages[messageStart])) {
            report({
              ...place,
              pointer: "/payload/conversation/messageStart",
              message: "The range does not begin with a User message",
              actual: messageStart,
            });
          }
          last = Math.max(last, messageEnd);
        }
      },
    };
  },
};

function isUser(message: unknown): boolean {
  return typeof message === "object" && message !== null && Object.hasOwn(message, "User");
}
