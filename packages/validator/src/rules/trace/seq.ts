import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** seq is 1, 2, 3, … in file order; spec/text/trace.md#trace-seq. */
export const seq: Rule = {
  id: "trace/seq",
  needs: ["trace"],
  check(_ctx, report) {
    let expected = 1;
    return {
      on: {
        "*": (at) => {
          const actual = at.event.seq;
          if (actual !== expected) {
            report({
              ...placeOf(at),
              pointer: "/seq",
              message: `seq is ${actual}, but ${expected} comes next`,
              expected,
              actual,
              hint: actual < expected ? "an event was written twice or out of order" : "events are missing before this line",
            });
          }
          // One gap is one finding: go on from what was found.
          expected = actual + 1;
        },
      },
    };
  },
};
