import type { Rule } from "../../engine/rule.ts";
import { traceFile } from "../../engine/trace.ts";
import { describeLast, okOfCheckpoint } from "./passed-checkpoint.ts";

/** In 1.0 a waiting run's last event is the ok outcome of a checkpoint; spec/text/run-lifecycle.md#trace-waiting-checkpoint. */
export const waitingCheckpoint: Rule = {
  id: "trace/waiting-checkpoint",
  needs: ["manifest", "trace"],
  applies: (ctx) => ctx.version === "1.0" && ctx.status === "waiting",
  check(ctx, report) {
    return {
      traceEnd() {
        const { waiting, lastAttempt, terminal } = ctx.fold;
        // A trace that has ended is manifest/status-mismatch. Late events do not end the waiting.
        if (waiting !== null || terminal !== null) return;
        report({
          file: traceFile,
          ...(ctx.trace.lines === 0 ? {} : { line: ctx.trace.lines }),
          message:
            "The manifest says that the run waits, but the trace does not end with the ok outcome of a checkpoint",
          expected: okOfCheckpoint,
          actual: describeLast(ctx.fold),
          related: [{ file: "manifest.json", pointer: "/status" }],
          ...(lastAttempt === null
            ? {}
            : { nodeId: lastAttempt.nodeId, attemptId: lastAttempt.attemptId }),
          hint: "take the status of the manifest from the trace; only checkpoints make a run wait",
        });
      },
    };
  },
};
