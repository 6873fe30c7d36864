import type { Handlers, Rule, TraceLine } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** Heartbeats and outcomes belong to the open attempt; spec/text/attempts.md#attempt-not-open. */
export const notOpen: Rule = {
  id: "attempt/not-open",
  needs: ["trace"],
  check(ctx, report): Handlers {
    const check = (at: TraceLine): void => {
      const { attemptId, type } = at.event as { readonly attemptId: string; readonly type: string };
      const { openAttempt, terminal } = ctx.fold;
      // After the end it is trace/after-terminal.
      if (terminal !== null || openAttempt?.attemptId === attemptId) return;
      const known = ctx.fold.attempt(attemptId);
      const state =
        known === undefined
          ? "which was never started"
          : known.outcome === null
            ? "which another attempt has replaced"
            : `which already has its outcome, ${known.outcome}`;
      report({
        ...placeOf(at),
        pointer: "/attemptId",
        message: `${type} of ${JSON.stringify(attemptId)}, ${state}`,
        ...(openAttempt === null ? {} : { expected: openAttempt.attemptId }),
        actual: attemptId,
        ...(known === undefined
          ? {}
          : { related: [{ file: "trace.ndjson", line: known.finishedSeq ?? known.startedSeq }] }),
      });
    };
    return { on: { node_heartbeat: check, node_outcome: check } };
  },
};
