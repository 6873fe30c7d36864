import type { Handlers, Rule, TraceLine } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";
import { lateness } from "../trace/late.ts";

/** What must have come before an event of an attempt. */
const before: ReadonlyMap<string, string> = new Map([
  ["acp_response_parsed", "acp_prompt_prepared"],
  ["action_completed", "action_prepared"],
]);

/** A hostile trace may be late in every line. */
const maxLate = 10_000;

/** Inside an attempt: prompt before response, prepared before completed, each once; spec/text/attempts.md#attempt-event-order. */
export const eventOrder: Rule = {
  id: "attempt/event-order",
  needs: ["trace"],
  check(ctx, report): Handlers {
    let attemptId: string | undefined;
    /** Lines of the events of the open attempt, by type. */
    let seen = new Map<string, number>();
    /** Events that came, but at another place, which is trace/late-event. */
    const late = new Set<string>();
    const check = (at: TraceLine): void => {
      const { type } = at.event;
      if (lateness(at.event, ctx.fold) !== undefined) {
        if (late.size < maxLate) late.add(keyOf(type, attemptOf(at)));
        return;
      }
      const own = ctx.fold.openAttempt?.attemptId;
      if (own !== attemptId) {
        attemptId = own;
        // Not cleared; see checkResponseArtifacts.
        seen = new Map();
      }
      const earlier = seen.get(type);
      seen.set(type, at.line);
      if (earlier !== undefined) {
        report({
          ...placeOf(at),
          pointer: "/type",
          message: `${type} comes twice in ${JSON.stringify(own)}`,
          related: [{ file: "trace.ndjson", line: earlier, message: "the first" }],
          hint:
            ctx.version === "1.0"
              ? "one of the two may be late work of an attempt that had timed out; take receipts from node_outcome only"
              : "an attempt sends one prompt or runs one command; another one is another attempt",
        });
        return;
      }
      const needed = before.get(type);
      if (needed === undefined || seen.has(needed) || late.has(keyOf(needed, own))) return;
      report({
        ...placeOf(at),
        pointer: "/type",
        message: `${type} comes in ${JSON.stringify(own)} without ${needed} before it`,
        expected: `${needed} before it`,
        hint: "write each event when its thing happens, in that order",
      });
    };
    return {
      on: {
        acp_prompt_prepared: check,
        acp_response_parsed: check,
        action_prepared: check,
        action_completed: check,
      },
    };
  },
};

function attemptOf({ event }: TraceLine): string | undefined {
  return (event as { readonly attemptId?: string }).attemptId;
}

function keyOf(type: string, attemptId: string | undefined): string {
  return `${type} ${attemptId ?? ""}`;
}
