import type { RunResumed } from "@flow-bundle/schema";
import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** The error of an attempt that was open when its process died. */
const processEnded = "Process ended";

/** When and why a run may go on; spec/text/run-lifecycle.md#trace-resume-order. */
export const resumeOrder: Rule = {
  id: "trace/resume-order",
  needs: ["trace"],
  check(ctx, report) {
    return {
      on: {
        run_resumed: (at) => {
          const { payload } = at.event as RunResumed;
          const { waiting, openAttempt, lastAttempt } = ctx.fold;
          const place = placeOf(at);
          if (payload.cause === "input") {
            if (waiting === null) {
              report({
                ...place,
                pointer: "/payload/cause",
                message: "The run resumes with cause input, but it was not waiting",
                expected: "run_waiting before it",
                actual: ctx.fold.lastType ?? "no event",
                hint: "a run that goes on after a crash has cause crash",
              });
            } else if (payload.attemptId !== undefined && payload.attemptId !== waiting.attemptId) {
              report({
                ...place,
                pointer: "/payload/attemptId",
                message: "The run resumes with another attempt than the one it waited for",
                expected: waiting.attemptId,
                actual: payload.attemptId,
              });
            }
            return;
          }
          if (openAttempt !== null) {
            report({
              ...place,
              pointer: "/payload/cause",
              attemptId: openAttempt.attemptId,
              message: `The run resumes after a crash while ${JSON.stringify(openAttempt.attemptId)} is still open`,
              expected: `node_outcome {outcome: "cancelled", error: "${processEnded}"} before it`,
              hint: "close the attempt that the crash cut off, then write run_resumed, then start it anew",
            });
            return;
          }
          if (payload.attemptId === undefined) return;
          const named = ctx.fold.attempt(payload.attemptId);
          if (named === lastAttempt && named?.outcome === "cancelled" && named.error === processEnded) return;
          report({
            ...place,
            pointer: "/payload/attemptId",
            message: `The run resumes after a crash, but the attempt it names was not closed as cancelled with error "${processEnded}"`,
            expected: { outcome: "cancelled", error: processEnded },
            actual: named === undefined ? "no such attempt" : { outcome: named.outcome, error: named.error },
          });
        },
      },
    };
  },
};
