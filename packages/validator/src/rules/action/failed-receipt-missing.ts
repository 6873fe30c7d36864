import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";
import { diedWithProcess, executionOf, followCommands } from "./command.ts";

/** A failed action attempt keeps its receipt; spec/text/actions.md#action-failed-receipt-missing. */
export const failedReceiptMissing: Rule = {
  id: "action/failed-receipt-missing",
  needs: ["flow", "trace"],
  check(ctx, report) {
    return {
      on: followCommands(ctx, (at, { nodeId, payload }, { prepared, completed }) => {
        if (payload.outcome === "ok" || diedWithProcess(payload)) return;
        const execution = executionOf(ctx, nodeId);
        // A command that was never known (its callback failed) leaves no receipt.
        if (execution === undefined || (execution === "shell" && prepared === undefined)) return;
        const wanted: ("action" | "stdoutArtifact" | "stderrArtifact")[] = ["action"];
        if (completed !== undefined) wanted.push("stdoutArtifact", "stderrArtifact");
        const missing = wanted.filter((key) => payload[key] === undefined);
        if (missing.length === 0) return;
        report({
          ...placeOf(at),
          pointer: "/payload",
          message: `The outcome ${payload.outcome} of a ${execution} action lacks ${missing.join(", ")}`,
          expected: wanted,
          ...(prepared === undefined ? {} : { related: [{ file: "trace.ndjson", line: prepared, message: "action_prepared" }] }),
          hint: "what the command was and what it wrote matters most when it failed",
        });
      }),
    };
  },
};
