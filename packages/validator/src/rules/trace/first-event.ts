import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** The first event is run_started, and there is no other; spec/text/run-lifecycle.md#trace-first-event. */
export const firstEvent: Rule = {
  id: "trace/first-event",
  needs: ["trace"],
  check(ctx, report) {
    return {
      on: {
        run_started: (at) => {
          if (!ctx.fold.started) return;
          report({
            ...placeOf(at),
            pointer: "/type",
            message: "run_started comes a second time",
            hint: "a bundle holds one run, which goes on with run_resumed; another run gets a bundle of its own",
          });
        },
        "*": (at) => {
          if (ctx.fold.lastType !== undefined || at.event.type === "run_started") return;
          report({
            ...placeOf(at),
            pointer: "/type",
            message: "The first event is not run_started",
            expected: "run_started",
            actual: at.event.type,
            hint: "write run_started before anything else; if it was written, the beginning of the trace is lost",
          });
        },
      },
    };
  },
};
