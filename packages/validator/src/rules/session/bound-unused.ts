import type { AcpPromptPrepared } from "@flow-bundle/schema";
import type { Rule } from "../../engine/rule.ts";

/** 1.0: a session that was bound is prompted; spec/text/known-deviations.md#session-bound-unused. */
export const boundUnused: Rule = {
  id: "session/bound-unused",
  needs: ["manifest", "trace"],
  applies: (ctx) => ctx.finished,
  check(ctx, report) {
    const prompted = new Set<string>();
    return {
      on: {
        acp_prompt_prepared: ({ event }) => {
          prompted.add((event as AcpPromptPrepared).payload.sessionId);
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
            message: `Session ${JSON.stringify(sessionId)} was bound and never prompted`,
          });
        }
      },
    };
  },
};
