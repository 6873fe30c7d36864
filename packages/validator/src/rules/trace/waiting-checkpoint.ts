import type { Rule } from "../../engine/rule.ts";
import { traceFile } from "../../engine/trace.ts";

/** In 1.0 a waiting run's last event is the ok outcome of a checkpoint; spec/text/run-lifecycle.md#trace-waiting-checkpoint. */
export const waitingCheckpoint: Rule = {
  id: "trace/waiting-checkpoint",
  needs: ["manifest", "trace"],
  applies: (ctx) => ctx.status === "waiting",
  check(ctx, report) {
    return {
      traceEnd() {
        const { waiting, lastType, lastAttempt, terminal } = ctx.fold;
        if (waiting !== null && lastType === "node_outcome") return;
        // A trace that has ended is a status mismatch.
        if (terminal !== null) return;
        report({
          file: traceFile,
          line: ctx.trace.events,
          message: "The manifest says that the run waits, but the trace does not end with the ok outcome of a checkpoint",
          expected: "node_outcome of a checkpoint",
          actual: lastType ?? "no event",
          related: [{ file: "manifest.json", pointer: "/status" }],
          ...(lastAttempt === null ? {} : { nodeId: lastAttempt.nodeId, attemptId: lastAttempt.attemptId }),
        });
      },
    };
  },
};
