import type { SessionBound } from "@flow-bundle/schema";
import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** A session is bound once; spec/text/sessions.md#session-bound-once. */
export const boundOnce: Rule = {
  id: "session/bound-once",
  needs: ["trace"],
  check(ctx, report) {
    return {
      on: {
        session_bound: (at) => {
          const { payload } = at.event as SessionBound;
          const first = ctx.fold.session(payload.sessionId);
          if (first === undefined) return;
          report({
            ...placeOf(at),
            pointer: "/payload/sessionId",
            message: `Session ${JSON.stringify(payload.sessionId)} is bound a second time`,
            related: [{ file: "trace.ndjson", line: first.boundSeq, message: "the first time" }],
          });
        },
      },
    };
  },
};
