import type { Rule } from "../../engine/rule.ts";
import { undisputed } from "./disputes.ts";
import { placeOfClaim } from "./ranges.ts";

/** Message ranges lie in record.messages and begin with a User message; spec/text/sessions.md#session-message-range. */
export const messageRange: Rule = {
  id: "session/message-range",
  needs: ["manifest", "trace"],
  // While a run goes on, the record may lag.
  applies: (ctx) => ctx.status !== "running",
  check(ctx, report) {
    const claims = undisputed(ctx);
    return {
      on: claims.on,
      session({ sessionId, directory, record, claimed }) {
        if (record === undefined) return;
        const { messages } = record;
        const related = { file: `${directory}/record.json`, pointer: "/messages" };
        let before: (typeof claimed)[number] | undefined;
        for (const claim of claims.among(claimed)) {
          const { messageStart, messageEnd } = claim.range;
          const place = placeOfClaim(claim, sessionId);
          const end = before?.range.messageEnd ?? -1;
          if (messageStart > messageEnd + 1) {
            report({
              ...place,
              pointer: "/payload/conversation/messageStart",
              message: "The message range starts after its end",
              expected: `at most ${messageEnd + 1}`,
              actual: messageStart,
              hint: "both ends are inclusive; a range without messages has messageEnd = messageStart − 1",
            });
            continue;
          }
          if (messageEnd >= messages.length) {
            report({
              ...place,
              pointer: "/payload/conversation/messageEnd",
              message: `The message range ends after the last of the ${messages.length} messages that the record keeps`,
              expected: `at most ${messages.length - 1}`,
              actual: messageEnd,
              related: [related],
              hint: "positions count from 0; the record keeps every message that a range points at",
            });
            continue;
          }
          if (messageEnd < messageStart) continue;
          if (before !== undefined && messageStart <= end) {
            report({
              ...place,
              pointer: "/payload/conversation/messageStart",
              message: `The message range begins before the end of that of ${JSON.stringify(before.attemptId)}`,
              expected: `at least ${end + 1}`,
              actual: messageStart,
              related: [
                { file: "trace.ndjson", line: before.line, pointer: "/payload/conversation" },
              ],
              hint: "a message belongs to one attempt; ranges keep their meaning only while the record keeps all messages",
            });
          } else if (!isUser(messages[messageStart])) {
            report({
              ...place,
              pointer: "/payload/conversation/messageStart",
              message: "The message range does not begin with a User message",
              actual: messageStart,
              related: [{ ...related, pointer: `/messages/${messageStart}` }],
              hint: "a turn begins with the prompt; positions count from 0",
            });
          }
          if (messageEnd > end) before = claim;
        }
      },
    };
  },
};

function isUser(message: unknown): boolean {
  return typeof message === "object" && message !== null && Object.hasOwn(message, "User");
}
