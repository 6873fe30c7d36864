import type { Rule, TraceLine } from "../../engine/rule.ts";
import { traceFile } from "../../engine/trace.ts";
import { placeOf } from "../place.ts";
import { describeLast, passedCheckpoint } from "./passed-checkpoint.ts";

/**
 * A run that waits says so with run_waiting: before its manifest does, and at every checkpoint that it passes;
 * spec/text/run-lifecycle.md#trace-waiting-missing.
 */
export const waitingMissing: Rule = {
  id: "trace/waiting-missing",
  needs: ["manifest", "trace"],
  check(ctx, report) {
    /** The checkpoint at which the run waited last. */
    let waited: string | undefined;
    const goesOn = (at: TraceLine): void => {
      const checkpoint = passedCheckpoint(ctx.fold);
      if (checkpoint === undefined || checkpoint.attemptId === waited) return;
      waited = checkpoint.attemptId;
      report({
        ...placeOf(at),
        pointer: "/type",
        message: `${at.event.type} comes after the checkpoint ${JSON.stringify(checkpoint.attemptId)}, at which the run did not wait`,
        expected: "run_waiting",
        actual: at.event.type,
        related: [
          {
            file: traceFile,
            line: checkpoint.finishedSeq ?? 0,
            message: "the checkpoint's outcome",
          },
        ],
        hint: "write run_waiting after a checkpoint's outcome, and run_resumed when the run goes on, even at once",
      });
    };
    return {
      on: {
        run_waiting: () => {
          waited = ctx.fold.lastAttempt?.attemptId;
        },
        run_resumed: (at) => {
          const { cause } = at.event.payload as { readonly cause: string };
          // With cause input that is trace/resume-order.
          if (cause === "crash") goesOn(at);
          waited = ctx.fold.lastAttempt?.attemptId;
        },
        node_started: goesOn,
      },
      traceEnd() {
        const { lastType, waiting, terminal } = ctx.fold;
        if (ctx.status !== "waiting" || waiting !== null) return;
        // A run that has ended or was resumed is manifest/status-mismatch.
        if (terminal !== null || lastType === "run_resumed") return;
        report({
          file: traceFile,
          ...(ctx.trace.lines === 0 ? {} : { line: ctx.trace.lines }),
          message: "The manifest says that the run waits, but the last event is not run_waiting",
          expected: "run_waiting",
          actual: describeLast(ctx.fold),
          related: [{ file: "manifest.json", pointer: "/status" }],
          hint: "write run_waiting before the manifest says so, and a manifest that says running before anything that follows",
        });
      },
    };
  },
};
