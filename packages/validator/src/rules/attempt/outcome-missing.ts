import type { NodeOutcome } from "@flow-bundle/schema";
import type { Rule } from "../../engine/rule.ts";
import { WrongOutcomes } from "./wrong-outcomes.ts";
import { placeOfMissingOutcome, wasInterrupted } from "./without-outcome.ts";

/**
 * The last attempt has its outcome once the run has ended; spec/text/attempts.md#attempt-outcome-missing. Those before
 * it are attempt/one-open, and a run that waits too early is trace/waiting-order or trace/waiting-checkpoint.
 */
export const outcomeMissing: Rule = {
  id: "attempt/outcome-missing",
  needs: ["trace"],
  check(ctx, report) {
    const wrong = new WrongOutcomes(ctx.fold);
    /** The outcome came, but after the end, which is trace/after-terminal. */
    let late = false;
    return {
      on: {
        node_outcome: ({ event }) => {
          wrong.see(event as NodeOutcome);
          const { terminal, lastAttempt } = ctx.fold;
          if (terminal === null) return;
          late ||= (event as NodeOutcome).attemptId === lastAttempt?.attemptId;
        },
      },
      traceEnd() {
        const { terminal, lastAttempt } = ctx.fold;
        if (terminal === null || lastAttempt === null || lastAttempt.outcome !== null) return;
        const { attemptId } = lastAttempt;
        if (late || wrong.cameIn(attemptId)) return;
        // In 1.0 that is attempt/interrupted-without-outcome.
        if (ctx.version === "1.0" && wasInterrupted(ctx.fold)) return;
        report({
          ...placeOfMissingOutcome(lastAttempt),
          message: `${JSON.stringify(attemptId)} has no node_outcome, though the run has ended`,
          expected: `node_outcome before ${terminal.type}`,
          related: [{ file: "trace.ndjson", line: terminal.seq, message: terminal.type }],
          hint: "write the outcome of every attempt before the end of the run; an attempt that was cut off gets outcome cancelled",
        });
      },
    };
  },
};
