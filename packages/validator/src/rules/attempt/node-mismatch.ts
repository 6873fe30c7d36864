import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** All events of an attempt name the node that was started; spec/text/attempts.md#attempt-node-mismatch. */
export const nodeMismatch: Rule = {
  id: "attempt/node-mismatch",
  needs: ["trace"],
  check(ctx, report) {
    return {
      on: {
        "*": (at) => {
          const { nodeId, attemptId, type } = at.event as {
            readonly nodeId?: string;
            readonly attemptId?: string;
            readonly type: string;
          };
          if (nodeId === undefined || attemptId === undefined || type === "node_started") return;
          const attempt = ctx.fold.attempt(attemptId);
          if (attempt === undefined || attempt.nodeId === nodeId) return;
          report({
            ...placeOf(at),
            pointer: "/nodeId",
            message: `The event names another node than the start of ${JSON.stringify(attemptId)}`,
            expected: attempt.nodeId,
            actual: nodeId,
            related: [{ file: "trace.ndjson", line: attempt.startedSeq, pointer: "/nodeId" }],
          });
        },
      },
    };
  },
};
