import type { Handlers, Rule, TraceLine } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";
import { lateness } from "./late.ts";

/** Events of acp, action and artifact scope belong to the open attempt; spec/text/attempts.md#trace-late-event. */
export const lateEvent: Rule = {
  id: "trace/late-event",
  needs: ["trace"],
  check(ctx, report): Handlers {
    const check = (at: TraceLine): void => {
      const late = lateness(at.event, ctx.fold);
      if (late === undefined) return;
      report({
        ...placeOf(at),
        pointer: "/type",
        message: `${at.event.type} ${late}`,
        hint: "the work of an attempt that timed out went on; take receipts from node_outcome only",
      });
    };
    return {
      on: {
        acp_prompt_prepared: check,
        acp_response_parsed: check,
        action_prepared: check,
        action_completed: check,
        artifact_written: check,
      },
    };
  },
};
