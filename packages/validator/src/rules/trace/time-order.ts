import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** `at` never decreases; spec/text/trace.md#trace-time-order. */
export const timeOrder: Rule = {
  id: "trace/time-order",
  needs: ["trace"],
  check(_ctx, report) {
    let before = "";
    return {
      on: {
        "*": (at) => {
          const expected = before;
          const actual = at.event.at;
          before = actual;
          // All times have one form of fixed width, so their order is that of their text.
          if (actual >= expected) return;
          report({
            ...placeOf(at),
            pointer: "/at",
            message: `The event is older than the one before it, of ${expected}`,
            expected,
            actual,
            hint: "a writer whose clock goes back repeats the last time until the clock has caught up",
          });
        },
      },
    };
  },
};
