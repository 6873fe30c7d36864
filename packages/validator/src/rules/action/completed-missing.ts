import type { NodeOutcome } from "@flow-bundle/schema";
import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";
import { Postponed } from "../postponed.ts";
import {
  completionOf,
  diedWithProcess,
  executionOf,
  followCommands,
  type CommandTrack,
} from "./command.ts";

/** A command has an action_completed exactly when it started; spec/text/actions.md#action-completed-missing. */
export const completedMissing: Rule = {
  id: "action/completed-missing",
  needs: ["trace"],
  check(ctx, report) {
    const postponed = new Postponed(report);
    return {
      on: followCommands(ctx, (at, { nodeId, attemptId, payload }, track) => {
        const { prepared, completed, late } = track;
        const { action, outcome } = payload;
        // Released writers never write it for a command that failed.
        if (outcome !== "ok" && (ctx.version === "1.0" || diedWithProcess(payload))) return;
        // Events or receipts of a command that a function has are action/type.
        if (action?.actionType === "function" || executionOf(ctx, nodeId) === "function") return;
        if (completed !== undefined) {
          // Where the two receipts differ, it is action/receipt-mismatch.
          if (!neverStarted(action) || !neverStarted(completionOf(completed).action)) return;
          report({
            ...placeOf(completed),
            pointer: "/payload/action/exitCode",
            message:
              "action_completed of a command that did not start: it has neither exit code nor signal",
            expected: "an exit code or a signal",
            actual: null,
            related: [{ file: "trace.ndjson", line: at.line, pointer: "/payload/action" }],
            hint: "a command that could not be started has no action_completed, and a receipt with exitCode and signal null in node_outcome",
          });
          return;
        }
        if (!hasRun(payload, prepared)) return;
        const line = prepared?.line;
        const finding = {
          ...placeOf(at),
          pointer: action === undefined ? "/payload" : "/payload/action",
          message: "The command of this attempt has run, but the attempt has no action_completed",
          ...(line === undefined
            ? {}
            : { related: [{ file: "trace.ndjson", line, message: "action_prepared" }] }),
          hint: "write action_completed when the command has ended, however it ended, before node_outcome",
        };
        // One that comes at another place is trace/late-event.
        postponed.add(() => (late.has(attemptId, "action_completed") ? undefined : finding));
      }),
      traceEnd: () => postponed.end(),
    };
  },
};

/** True when the outcome shows that the command of the attempt has run. */
export function hasRun(
  payload: NodeOutcome["payload"],
  prepared: CommandTrack["prepared"],
): boolean {
  const { action, outcome, stdoutArtifact, stderrArtifact } = payload;
  const hasOutput = stdoutArtifact !== undefined || stderrArtifact !== undefined;
  if (neverStarted(action)) return hasOutput;
  // Whether it started is what the receipt would tell: action/failed-receipt-missing.
  if (action === undefined) return prepared !== undefined && outcome === "ok";
  return true;
}

/** True for the receipt of a command that could not be started. */
function neverStarted(action: NodeOutcome["payload"]["action"]): boolean {
  return action?.actionType === "shell" && action.exitCode === null && action.signal === null;
}
