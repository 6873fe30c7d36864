import type { Rule } from "../../engine/rule.ts";
import { placeOfMissingOutcome, wasInterrupted } from "./without-outcome.ts";

/** 1.0: an interrupted run leaves its last attempt without outcome; spec/text/known-deviations.md#interrupted-runs. */
export const interruptedWithoutOutcome: Rule = {
  id: "attempt/interrupted-without-outcome",
  needs: ["trace"],
  applies: (ctx) => ctx.version === "1.0",
  check(ctx, report) {
    return {
      traceEnd() {
        const { lastAttempt, terminal } = ctx.fold;
        if (lastAttempt === null || lastAttempt.outcome !== null || terminal === null) return;
        if (!wasInterrupted(ctx.fold)) return;
        report({
          ...placeOfMissingOutcome(lastAttempt),
          message: `The run was interrupted in ${JSON.stringify(lastAttempt.attemptId)}, and the trace does not say how the attempt ended`,
          related: [
            { file: "trace.ndjson", line: terminal.seq, message: `${terminal.type}: Interrupted` },
          ],
          hint: "released writers leave the outcome out; take it for cancelled. In 1.1 the outcome must be there",
        });
      },
    };
  },
};
