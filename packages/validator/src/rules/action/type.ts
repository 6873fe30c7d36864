import type { Handlers, Rule, TraceLine } from "../../engine/rule.ts";
import { lateness } from "../trace/late.ts";
import { placeOf } from "../place.ts";
import { executionOf } from "./command.ts";

/** actionType is what the flow says, and functions have no action events; spec/text/actions.md#action-type. */
export const type: Rule = {
  id: "action/type",
  needs: ["flow", "trace"],
  check(ctx, report): Handlers {
    const check = (at: TraceLine): void => {
      const { event } = at;
      if (!("nodeId" in event) || event.nodeId === undefined || lateness(event, ctx.fold) !== undefined) return;
      const execution = executionOf(ctx, event.nodeId);
      const { action } = event.payload as { readonly action?: { readonly actionType: string } };
      if (execution === undefined || action === undefined) return;
      const place = { ...placeOf(at), related: [{ file: "flow.json", message: `actionExecution is ${execution}` }] };
      if (action.actionType !== execution) {
        report({
          ...place,
          pointer: "/payload/action/actionType",
          message: `actionType is not the actionExecution of node ${JSON.stringify(event.nodeId)}`,
          expected: execution,
          actual: action.actionType,
        });
      } else if (execution === "function" && event.type !== "node_outcome") {
        report({
          ...place,
          pointer: "/type",
          message: `${event.type} of a function action: only commands have action events`,
        });
      }
    };
    return { on: { action_prepared: check, action_completed: check, node_outcome: check } };
  },
};
