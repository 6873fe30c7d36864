import type { NodeOutcome, NodeStarted } from "@flow-bundle/schema";
import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** durationMs is the time from node_started to node_outcome; spec/text/attempts.md#attempt-duration. */
export const duration: Rule = {
  id: "attempt/duration",
  needs: ["trace"],
  check(ctx, report) {
    /** The attempt that started a second time, which is attempt/unique: which start counts is not known. */
    let restarted: string | undefined;
    return {
      on: {
        node_started: ({ event }) => {
          const { attemptId } = event as NodeStarted;
          if (ctx.fold.attempt(attemptId) !== undefined) restarted = attemptId;
        },
        node_outcome: (at) => {
          const { attemptId, at: finishedAt, payload } = at.event as NodeOutcome;
          const attempt = ctx.fold.attempt(attemptId);
          if (attempt === undefined || attempt.outcome !== null || attemptId === restarted) return;
          const expected = Date.parse(finishedAt) - Date.parse(attempt.startedAt);
          // A clock that went back is trace/time-order; 30 February is nothing to count from.
          if (!(expected >= 0) || payload.durationMs === expected) return;
          report({
            ...placeOf(at),
            pointer: "/payload/durationMs",
            message: `durationMs is not the time since node_started, at ${attempt.startedAt}`,
            expected,
            actual: payload.durationMs,
            related: [{ file: "trace.ndjson", line: attempt.startedSeq, pointer: "/at" }],
            hint: "take the difference of the two times that are written, not that of another clock",
          });
        },
      },
    };
  },
};
