import type { Rule } from "../../engine/rule.ts";
import { attemptsWithoutOutcome, placeOfMissingOutcome, wasInterrupted } from "./without-outcome.ts";

/** Every attempt has its outcome once the run waits or has ended; spec/text/attempts.md#attempt-outcome-missing. */
export const outcomeMissing: Rule = {
  id: "attempt/outcome-missing",
  needs: ["manifest", "trace"],
  check(ctx, report) {
    return {
      traceEnd() {
        const over = ctx.fold.terminal !== null || ctx.status === "waiting";
        if (!over) return;
        for (const attempt of attemptsWithoutOutcome(ctx.fold)) {
          // In 1.0 that is attempt/interrupted-without-outcome.
          if (ctx.version === "1.0" && attempt === ctx.fold.lastAttempt && wasInterrupted(ctx.fold)) continue;
          report({
            ...placeOfMissingOutcome(attempt),
            message: `${JSON.stringify(attempt.attemptId)} has no node_outcome, though the run ${ctx.status === "waiting" ? "waits" : "has ended"}`,
            hint: "close an interrupted attempt with outcome cancelled",
          });
        }
      },
    };
  },
};
