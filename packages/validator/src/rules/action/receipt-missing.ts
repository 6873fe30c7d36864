import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";
import { executionOf, followCommands } from "./command.ts";

const wantedOf = {
  shell: ["action", "stdoutArtifact", "stderrArtifact"],
  function: ["action"],
} as const;

/** An ok action attempt has its receipt; spec/text/actions.md#action-receipt. */
export const receiptMissing: Rule = {
  id: "action/receipt-missing",
  needs: ["flow", "trace"],
  check(ctx, report) {
    return {
      on: followCommands(ctx, (at, { nodeId, payload }) => {
        const execution = executionOf(ctx, nodeId);
        if (execution === undefined || payload.outcome !== "ok") return;
        const wanted = wantedOf[execution];
        const missing = wanted.filter((key) => payload[key] === undefined);
        if (missing.length === 0) return;
        report({
          ...placeOf(at),
          pointer: "/payload",
          message: `The outcome of a ${execution} action lacks ${missing.join(", ")}`,
          expected: wanted,
          hint:
            execution === "shell"
              ? "node_outcome repeats the receipt of action_completed, so that readers need no other event"
              : 'write "action": {"actionType": "function"} into node_outcome',
        });
      }),
    };
  },
};
