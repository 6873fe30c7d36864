import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** seq is 1, 2, 3, … in file order; spec/text/trace.md#trace-seq. */
export const seq: Rule = {
  id: "trace/seq",
  needs: ["trace"],
  check(_ctx, report) {
    let last = 0;
    let highest = 0;
    return {
      on: {
        "*": (at) => {
          const actual = at.event.seq;
          const expected = last + 1;
          const right = actual === expected || actual === highest + 1;
          // One fault is one finding: go on from what was found, and from where the count was before.
          last = actual;
          if (actual > highest) highest = actual;
          if (right) return;
          report({
            ...placeOf(at),
            pointer: "/seq",
            message: `seq is ${actual}, but ${expected} comes next`,
            expected,
            actual,
            hint:
              actual < expected
                ? "an event was written twice, or events are out of order; number lines as they are written"
                : "events are missing before this line; a lost line cannot be replaced by counting anew",
          });
        },
      },
    };
  },
};
