import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";
import { executionOf, followCommands } from "./command.ts";

/** An ok action attempt has its receipt; spec/text/actions.md#action-receipt-missing. */
export const receiptMissing: Rule = {
  id: "action/receipt-missing",
  needs: ["flow", "trace"],
  check(ctx, report) {
    return {
      on: followCommands(ctx, (at, { nodeId, payload }) => {
        const execution = executionOf(ctx, nodeId);
        if (execution === undefined || payload.outcome !== "ok") return;
        const wanted = execution === "shell" ? (["action", "stdoutArtifact", "stderrArtifact"] as const) : (["action"] as const);
        const missing = wanted.filter((key) => payload[key] === undefined);
        if (missing.length === 0) return;
        report({
          ...placeOf(at),
          pointer: "/payload",
          message: `The outcome of a ${execution} action lacks ${missing.join(", ")}`,
          expected: wanted,
          hint: "node_outcome repeats the receipt of the action, so that readers need no other event",
        });
      }),
    };
  },
};
