import type { Rule } from "../../engine/rule.ts";
import { equalJson } from "../equal.ts";
import { placeOf } from "../place.ts";
import { followCommands } from "./command.ts";

const shared = ["action", "stdoutArtifact", "stderrArtifact"] as const;

/** The receipt of the outcome equals action_completed; spec/text/actions.md#action-receipt-mismatch. */
export const receiptMismatch: Rule = {
  id: "action/receipt-mismatch",
  needs: ["trace"],
  check(ctx, report) {
    return {
      on: followCommands(ctx, (at, { payload }, { completed }) => {
        if (completed === undefined) return;
        for (const key of shared) {
          const expected = completed.payload[key];
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
          });
        }
      }),
    };
  },
};
