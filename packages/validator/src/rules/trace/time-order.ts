import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** `at` never decreases; spec/text/trace.md#trace-time-order. */
export const timeOrder: Rule = {
  id: "trace/time-order",
  needs: ["trace"],
  check(_ctx, report) {
    let last = "";
    return {
      on: {
        "*": (at) => {
          const actual = at.event.at;
          // All times have one form of fixed width, so their order is that of their text.
          if (actual >= last) {
            last = actual;
            return;
          }
          report({
            ...placeOf(at),
            pointer: "/at",
            message: `The event is older than one before it, of ${last}`,
            expected: last,
            actual,
            hint: "a writer whose clock goes back repeats the last time",
          });
        },
      },
    };
  },
};
