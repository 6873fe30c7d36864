import type { Rule } from "../../engine/rule.ts";
import { traceFile } from "../../engine/trace.ts";

/** Notes that a run which has just begun has no event yet; spec/text/run-lifecycle.md#trace-empty. */
export const empty: Rule = {
  id: "trace/empty",
  needs: ["manifest", "trace"],
  applies: (ctx) => ctx.status === "running",
  check(ctx, report) {
    return {
      traceEnd() {
        if (ctx.trace.events > 0 || ctx.trace.tornAt !== undefined) return;
        report({
          file: traceFile,
          message: "The trace has no event yet: the run was created and has not started",
          hint: "no fault: all that is known of the run is its manifest and its flow",
        });
      },
    };
  },
};
