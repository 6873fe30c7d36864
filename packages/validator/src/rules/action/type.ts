import type { NodeOutcome } from "@flow-bundle/schema";
import type { Handlers, Rule, TraceLine } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";
import { lateness } from "../trace/late.ts";
import { executionOf } from "./command.ts";

/** actionType is what the flow says, and functions have no action events; spec/text/actions.md#action-type. */
export const type: Rule = {
  id: "action/type",
  needs: ["flow", "trace"],
  check(ctx, report): Handlers {
    /** The last attempt with an action_prepared. */
    let prepared: string | undefined;
    /** acpx before 0.15 records a command that its attempt was too late for under a later attempt of any kind. */
    let someCommandIsLate = false;
    const check = (at: TraceLine): void => {
      const { event } = at;
      if (!("nodeId" in event) || event.nodeId === undefined) return;
      if (lateness(event, ctx.fold) !== undefined) return;
      const execution = executionOf(ctx, event.nodeId);
      const { action } = event.payload as { readonly action?: { readonly actionType: string } };
      if (execution === undefined || action === undefined) return;
      const isCommand = event.type !== "node_outcome";
      if (isCommand && execution === "function" && someCommandIsLate) return;
      const place = {
        ...placeOf(at),
        related: [{ file: "flow.json", message: `actionExecution is ${execution}` }],
      };
      if (action.actionType !== execution) {
        report({
          ...place,
          pointer: "/payload/action/actionType",
          message: `actionType is not the actionExecution of node ${JSON.stringify(event.nodeId)}`,
          expected: execution,
          actual: action.actionType,
          hint: "flow.json is a snapshot of the flow that ran: what it says of a node is how its attempts act",
        });
      } else if (isCommand && execution === "function") {
        report({
          ...place,
          pointer: "/type",
          message: `${event.type} in an attempt of a function: only commands have action events`,
          hint: "a function action has one receipt, in its node_outcome",
        });
      }
    };
    return {
      on: {
        action_prepared: (at) => {
          prepared = (at.event as { readonly attemptId?: string }).attemptId;
          check(at);
        },
        action_completed: check,
        node_outcome: (at) => {
          check(at);
          const { attemptId, nodeId, payload } = at.event as NodeOutcome;
          if (payload.outcome !== "timed_out" || prepared === attemptId) return;
          if (ctx.version === "1.0" && executionOf(ctx, nodeId) === "shell")
            someCommandIsLate = true;
        },
      },
    };
  },
};
