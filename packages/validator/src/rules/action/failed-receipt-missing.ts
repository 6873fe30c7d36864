import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";
import { diedWithProcess, executionOf, followCommands } from "./command.ts";

/** An action attempt that is not ok keeps its receipt; spec/text/actions.md#action-receipt. */
export const failedReceiptMissing: Rule = {
  id: "action/failed-receipt-missing",
  needs: ["flow", "trace"],
  check(ctx, report) {
    return {
      on: followCommands(ctx, (at, { nodeId, payload }, { prepared, completed }) => {
        if (payload.outcome === "ok" || diedWithProcess(payload)) return;
        const execution = executionOf(ctx, nodeId);
        if (execution === undefined) return;
        const wanted: ("action" | "stdoutArtifact" | "stderrArtifact")[] = [];
        const known = (completed ?? prepared)?.line;
        // A command that was never known (the flow's function failed) leaves no receipt.
        if (execution === "function" || known !== undefined) wanted.push("action");
        if (execution === "shell" && completed !== undefined) {
          wanted.push("stdoutArtifact", "stderrArtifact");
        }
        const missing = wanted.filter((key) => payload[key] === undefined);
        if (missing.length === 0) return;
        report({
          ...placeOf(at),
          pointer: "/payload",
          message: `The outcome ${payload.outcome} of a ${execution} action lacks ${missing.join(", ")}`,
          expected: wanted,
          ...(execution === "shell" && known !== undefined
            ? {
                related: [
                  {
                    file: "trace.ndjson",
                    line: known,
                    message: completed === undefined ? "action_prepared" : "action_completed",
                  },
                ],
              }
            : {}),
          hint:
            execution === "shell"
              ? "repeat the receipt of action_completed; of a command that did not start, write one with exitCode and signal null"
              : 'write "action": {"actionType": "function"} whatever the outcome',
        });
      }),
    };
  },
};
