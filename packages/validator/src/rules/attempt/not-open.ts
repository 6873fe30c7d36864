import type { AttemptState } from "@flow-bundle/bundle";
import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";
import { Strangers } from "./strangers.ts";

/** Heartbeats and outcomes belong to the open attempt; spec/text/attempts.md#attempt-not-open. */
export const notOpen: Rule = {
  id: "attempt/not-open",
  needs: ["trace"],
  check(ctx, report) {
    const strangers = new Strangers(ctx.fold);
    // Late heartbeats of 1.0 are trace/late-event.
    const types = ctx.version === "1.0" ? ["node_outcome"] : ["node_outcome", "node_heartbeat"];
    return {
      on: {
        "*": (at) => {
          const stranger = strangers.see(at.event);
          const { type } = at.event;
          if (!types.includes(type)) return;
          const { attemptId } = at.event as { readonly attemptId: string };
          const { openAttempt, terminal } = ctx.fold;
          // After the end it is trace/after-terminal.
          if (terminal !== null || openAttempt?.attemptId === attemptId) return;
          // What never started is told once, a second start is attempt/unique.
          if (stranger !== undefined && stranger !== "never-started") return;
          const known = ctx.fold.attempt(attemptId);
          // An attempt that lost its turn to another is attempt/one-open.
          if (known?.outcome === null) return;
          report({
            ...placeOf(at),
            pointer: "/attemptId",
            message: `${type} comes for ${JSON.stringify(attemptId)}, ${stateOf(known)}`,
            ...(openAttempt === null ? {} : { expected: openAttempt.attemptId, actual: attemptId }),
            ...(known === undefined ? {} : { related: [placeOfOutcome(known)] }),
            hint:
              known === undefined
                ? "write node_started before any other event of an attempt"
                : "an outcome is the last event of its attempt: write it once, and stop heartbeats before",
          });
        },
      },
    };
  },
};

function stateOf(known: AttemptState | undefined): string {
  return known === undefined
    ? "which was never started"
    : `which already has its outcome: ${known.outcome}`;
}

function placeOfOutcome({ finishedSeq }: AttemptState) {
  return { file: "trace.ndjson", line: finishedSeq ?? 0, message: "its outcome" };
}
