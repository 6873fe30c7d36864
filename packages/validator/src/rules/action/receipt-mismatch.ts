import type { Rule } from "../../engine/rule.ts";
import { equalJson } from "../equal.ts";
import { placeOf } from "../place.ts";
import { completionOf, executionOf, followCommands } from "./command.ts";

const shared = ["action", "stdoutArtifact", "stderrArtifact"] as const;

/** The receipt of the outcome is that of action_completed; spec/text/actions.md#action-receipt-mismatch. */
export const receiptMismatch: Rule = {
  id: "action/receipt-mismatch",
  needs: ["trace"],
  check(ctx, report) {
    return {
      on: followCommands(ctx, (at, { nodeId, payload }, { completed, repeated }) => {
        // That a function has an action_completed at all is action/type.
        if (completed === undefined || repeated || executionOf(ctx, nodeId) === "function") return;
        for (const key of shared) {
          const expected = completionOf(completed)[key];
          const actual = payload[key];
          // What is missing is action/receipt-missing or action/failed-receipt-missing.
          if (actual === undefined || equalJson(actual, expected)) continue;
          report({
            ...placeOf(at),
            pointer: `/payload/${key}`,
            message: `${key} is not that of action_completed`,
            expected,
            actual,
            related: [{ file: "trace.ndjson", line: completed.line, pointer: `/payload/${key}` }],
            hint: "node_outcome repeats what action_completed says, member by member",
          });
        }
      }),
    };
  },
};
