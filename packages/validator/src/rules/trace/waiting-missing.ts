import type { Rule } from "../../engine/rule.ts";
import { traceFile } from "../../engine/trace.ts";

/** In 1.1 the last event of a waiting run is run_waiting; spec/text/run-lifecycle.md#trace-waiting-missing. */
export const waitingMissing: Rule = {
  id: "trace/waiting-missing",
  needs: ["manifest", "trace"],
  applies: (ctx) => ctx.status === "waiting",
  check(ctx, report) {
    return {
      traceEnd() {
        const { lastType, terminal } = ctx.fold;
        if (lastType === "run_waiting" || terminal !== null) return;
        report({
          file: traceFile,
          line: ctx.trace.events,
          message: "The manifest says that the run waits, but the last event is not run_waiting",
          expected: "run_waiting",
          actual: lastType ?? "no event",
          related: [{ file: "manifest.json", pointer: "/status" }],
          hint: "write run_waiting before the manifest says so",
        });
      },
    };
  },
};
