import type { NodeStarted } from "@flow-bundle/schema";
import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** An attemptId starts once in a run; spec/text/attempts.md#attempt-unique. */
export const unique: Rule = {
  id: "attempt/unique",
  needs: ["trace"],
  check(ctx, report) {
    return {
      on: {
        node_started: (at) => {
          // After the end that is trace/after-terminal.
          if (ctx.fold.terminal !== null) return;
          const first = ctx.fold.attempt((at.event as NodeStarted).attemptId);
          if (first === undefined) return;
          report({
            ...placeOf(at),
            pointer: "/attemptId",
            message: `${JSON.stringify(first.attemptId)} starts a second time`,
            related: [{ file: "trace.ndjson", line: first.startedSeq, message: "its first start" }],
            hint: "each try of a node is an attempt with an id of its own, such as <node id>#<number>",
          });
        },
      },
    };
  },
};
