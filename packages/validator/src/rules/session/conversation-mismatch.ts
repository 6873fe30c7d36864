import type { NodeOutcome } from "@flow-bundle/schema";
import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";
import { followDisputes } from "./disputes.ts";

/** conversation is of the attempt's session, and that of acp_response_parsed; spec/text/sessions.md#session-conversation-mismatch. */
export const conversationMismatch: Rule = {
  id: "session/conversation-mismatch",
  needs: ["trace"],
  check(ctx, report) {
    return {
      on: followDisputes(ctx, (at, dispute) => {
        const { payload } = at.event as NodeOutcome;
        // An outcome that names a session which was never bound is session/unknown.
        if (payload.sessionId !== undefined && ctx.fold.session(payload.sessionId) === undefined)
          return;
        report({
          ...placeOf(at),
          ...dispute,
          hint: "node_outcome repeats sessionId and conversation of the attempt's turn",
        });
      }),
    };
  },
};
