import type { Rule } from "../../engine/rule.ts";
import { placeOfMissingOutcome, wasInterrupted } from "./without-outcome.ts";

/** 1.0: an interrupted run leaves its last attempt without outcome; spec/text/known-deviations.md. */
export const interruptedWithoutOutcome: Rule = {
  id: "attempt/interrupted-without-outcome",
  needs: ["trace"],
  check(ctx, report) {
    return {
      traceEnd() {
        const { lastAttempt } = ctx.fold;
        if (lastAttempt === null || lastAttempt.outcome !== null || !wasInterrupted(ctx.fold)) return;
        report({
          ...placeOfMissingOutcome(lastAttempt),
          message: `The run was interrupted in ${JSON.stringify(lastAttempt.attemptId)}, and the trace does not say how the attempt ended`,
          related: [{ file: "trace.ndjson", line: ctx.fold.terminal?.seq ?? 0, message: "run_failed: Interrupted" }],
          hint: "writers of 1.1 close the attempt with outcome cancelled",
        });
      },
    };
  },
};
