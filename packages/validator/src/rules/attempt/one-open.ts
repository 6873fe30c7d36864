import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** One attempt is open at a time; spec/text/attempts.md#attempt-one-open. */
export const oneOpen: Rule = {
  id: "attempt/one-open",
  needs: ["trace"],
  check(ctx, report) {
    return {
      on: {
        node_started: (at) => {
          const { openAttempt } = ctx.fold;
          const { attemptId } = at.event as { readonly attemptId: string };
          // A second start of the same attempt is attempt/unique.
          if (openAttempt === null || openAttempt.attemptId === attemptId) return;
          report({
            ...placeOf(at),
            pointer: "/attemptId",
            message: `${JSON.stringify(attemptId)} starts while ${JSON.stringify(openAttempt.attemptId)} has no outcome`,
            related: [{ file: "trace.ndjson", line: openAttempt.startedSeq, message: "the open attempt" }],
            hint: "write the node_outcome of an attempt before the next one starts",
          });
        },
      },
    };
  },
};
