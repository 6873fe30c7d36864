import type { AcpPromptPrepared } from "@flow-bundle/schema";
import type { Rule } from "../../engine/rule.ts";

/** 1.0: a session that was bound was prompted; spec/text/sessions.md#session-bound-unused. */
export const boundUnused: Rule = {
  id: "session/bound-unused",
  needs: ["manifest", "trace"],
  applies: (ctx) => ctx.finished,
  check(ctx, report) {
    const prompted = new Set<string>();
    return {
      on: {
        acp_prompt_prepared: ({ event }) => {
          const { sessionId } = (event as AcpPromptPrepared).payload;
          if (ctx.fold.session(sessionId) !== undefined) prompted.add(sessionId);
        },
      },
      traceEnd() {
        for (const { sessionId, boundSeq } of ctx.fold.sessions) {
          if (prompted.has(sessionId)) continue;
          report({
            file: "trace.ndjson",
            line: boundSeq,
            seq: boundSeq,
            sessionId,
            pointer: "/payload/sessionId",
            message: `Session ${JSON.stringify(sessionId)} was bound, but no prompt was sent to it`,
            hint: "bind a session when its first prompt is about to be sent",
          });
        }
      },
    };
  },
};
