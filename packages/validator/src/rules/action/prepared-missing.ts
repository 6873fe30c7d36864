import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";
import { Postponed } from "../postponed.ts";
import { hasRun } from "./completed-missing.ts";
import { diedWithProcess, executionOf, followCommands } from "./command.ts";

/** A command of which there is a receipt was announced; spec/text/actions.md#action-prepared-missing. */
export const preparedMissing: Rule = {
  id: "action/prepared-missing",
  needs: ["trace"],
  check(ctx, report) {
    const postponed = new Postponed(report);
    return {
      on: followCommands(ctx, (at, { nodeId, attemptId, payload }, track) => {
        const { prepared, completed, late } = track;
        // An action_completed without it is attempt/event-order.
        if (prepared !== undefined || completed !== undefined) return;
        if (payload.action?.actionType !== "shell" || diedWithProcess(payload)) return;
        // One of a command that has run is action/completed-missing.
        const isTold = ctx.version !== "1.0" || payload.outcome === "ok";
        if (isTold && hasRun(payload, prepared)) return;
        // A function with the receipt of a command is action/type.
        if (executionOf(ctx, nodeId) === "function") return;
        const finding = {
          ...placeOf(at),
          pointer: "/payload/action",
          message:
            "The outcome has the receipt of a command, but the attempt has no action_prepared",
          expected: "action_prepared before it",
          hint: "write action_prepared when the command is known, before it is started",
        };
        postponed.add(() => (late.has(attemptId, "action_prepared") ? undefined : finding));
      }),
      traceEnd: () => postponed.end(),
    };
  },
};
