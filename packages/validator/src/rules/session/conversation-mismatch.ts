import type { AcpResponseParsed, NodeOutcome } from "@flow-bundle/schema";
import type { Rule } from "../../engine/rule.ts";
import { equalJson } from "../equal.ts";
import { placeOf } from "../place.ts";
import { lateness } from "../trace/late.ts";

/** conversation is that of the attempt's session and of acp_response_parsed; spec/text/sessions.md#session-conversation-mismatch. */
export const conversationMismatch: Rule = {
  id: "session/conversation-mismatch",
  needs: ["trace"],
  check(ctx, report) {
    let parsed: { readonly attemptId: string; readonly event: AcpResponseParsed; readonly line: number } | undefined;
    return {
      on: {
        acp_response_parsed: ({ event, line }) => {
          const { openAttempt } = ctx.fold;
          if (openAttempt === null || lateness(event, ctx.fold) !== undefined) return;
          parsed = { attemptId: openAttempt.attemptId, event: event as AcpResponseParsed, line };
        },
        node_outcome: (at) => {
          const { attemptId, payload } = at.event as NodeOutcome;
          const { conversation, sessionId } = payload;
          if (conversation === undefined) return;
          if (sessionId !== undefined && conversation.sessionId !== sessionId) {
            report({
              ...placeOf(at),
              pointer: "/payload/conversation/sessionId",
              message: "The conversation is one of another session than the attempt's",
              expected: sessionId,
              actual: conversation.sessionId,
            });
          } else if (parsed?.attemptId === attemptId && !equalJson(conversation, parsed.event.payload.conversation)) {
            report({
              ...placeOf(at),
              pointer: "/payload/conversation",
              message: "conversation is not that of acp_response_parsed",
              expected: parsed.event.payload.conversation,
              actual: conversation,
              related: [{ file: "trace.ndjson", line: parsed.line, pointer: "/payload/conversation" }],
            });
          }
        },
      },
    };
  },
};
