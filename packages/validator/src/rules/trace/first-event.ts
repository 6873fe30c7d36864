import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** The first event is run_started, and there is no other; spec/text/trace.md#trace-first-event. */
export const firstEvent: Rule = {
  id: "trace/first-event",
  needs: ["trace"],
  check(_ctx, report) {
    let first = true;
    return {
      on: {
        "*": (at) => {
          const isStart = at.event.type === "run_started";
          if (first && !isStart) {
            report({
              ...placeOf(at),
              pointer: "/type",
              message: "The first event is not run_started",
              expected: "run_started",
              actual: at.event.type,
              hint: "the beginning of the trace is missing, or the writer does not announce the run",
            });
          } else if (!first && isStart) {
            report({
              ...placeOf(at),
              pointer: "/type",
              message: "run_started comes a second time",
              hint: "one bundle holds one run; a resumed run goes on with run_resumed",
            });
          }
          first = false;
        },
      },
    };
  },
};
