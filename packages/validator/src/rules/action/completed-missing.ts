import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";
import { diedWithProcess, followCommands } from "./command.ts";

/** A command that started has one action_completed; spec/text/actions.md#action-completed-missing. */
export const completedMissing: Rule = {
  id: "action/completed-missing",
  needs: ["trace"],
  check(ctx, report) {
    return {
      on: followCommands(ctx, (at, { payload }, { prepared, completed }) => {
        if (prepared === undefined || completed !== undefined) return;
        if (payload.outcome !== "ok") {
          // Released writers never write it for a command that failed.
          if (ctx.version === "1.0" || diedWithProcess(payload)) return;
          const { action } = payload;
          const neverStarted = action !== undefined && "exitCode" in action && action.exitCode === null && action.signal === null;
          if (neverStarted) return;
        }
        report({
          ...placeOf(at),
          pointer: "/payload",
          message: "The attempt ends without an action_completed, though its command was prepared",
          related: [{ file: "trace.ndjson", line: prepared, message: "action_prepared" }],
          hint: "only a command that could not be started has none; its outcome then has exitCode and signal null",
        });
      }),
    };
  },
};
