import type { Handlers, Rule, TraceLine } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";
import { lateness } from "../trace/late.ts";

/** What must have come before an event of an attempt. */
const before: Readonly<Record<string, string>> = {
  acp_response_parsed: "acp_prompt_prepared",
  action_completed: "action_prepared",
};

/** Inside an attempt: prompt before response, prepared before completed, each once; spec/text/attempts.md#attempt-event-order. */
export const eventOrder: Rule = {
  id: "attempt/event-order",
  needs: ["trace"],
  check(ctx, report): Handlers {
    let attemptId: string | undefined;
    const seen = new Map<string, number>();
    const check = (at: TraceLine): void => {
      const { type, seq } = at.event;
      if (lateness(at.event, ctx.fold) !== undefined) return;
      const own = ctx.fold.openAttempt?.attemptId;
      if (own !== attemptId) {
        attemptId = own;
        seen.clear();
      }
      const earlier = seen.get(type);
      if (earlier !== undefined) {
        report({
          ...placeOf(at),
          pointer: "/type",
          message: `${type} comes twice in ${JSON.stringify(own)}`,
          related: [{ file: "trace.ndjson", line: earlier }],
          hint: "an attempt has one prompt or one command",
        });
      }
      seen.set(type, seq);
      const needed = before[type];
      if (needed === undefined || seen.has(needed)) return;
      report({
        ...placeOf(at),
        pointer: "/type",
        message: `${type} comes in ${JSON.stringify(own)} without ${needed} before it`,
        expected: needed,
      });
    };
    return {
      on: { acp_prompt_prepared: check, acp_response_parsed: check, action_prepared: check, action_completed: check },
    };
  },
};
