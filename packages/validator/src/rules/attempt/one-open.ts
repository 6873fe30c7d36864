import type { NodeOutcome, NodeStarted } from "@flow-bundle/schema";
import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";
import { WrongOutcomes } from "./wrong-outcomes.ts";

/** One attempt is open at a time; spec/text/attempts.md#attempt-one-open. */
export const oneOpen: Rule = {
  id: "attempt/one-open",
  needs: ["trace"],
  check(ctx, report) {
    const wrong = new WrongOutcomes(ctx.fold);
    /** The attempt that was open when the run resumed, which is trace/resume-order. */
    let cutOff: string | undefined;
    return {
      on: {
        run_resumed: () => {
          cutOff = ctx.fold.openAttempt?.attemptId;
        },
        node_outcome: ({ event }) => {
          wrong.see(event as NodeOutcome);
        },
        node_started: (at) => {
          const { openAttempt } = ctx.fold;
          const { attemptId } = at.event as NodeStarted;
          // A second start of an attempt is attempt/unique.
          if (openAttempt === null || ctx.fold.attempt(attemptId) !== undefined) return;
          if (openAttempt.attemptId === cutOff || wrong.cameIn(openAttempt.attemptId)) return;
          const open = JSON.stringify(openAttempt.attemptId);
          report({
            ...placeOf(at),
            pointer: "/attemptId",
            message: `${JSON.stringify(attemptId)} starts while ${open} has no outcome`,
            expected: `node_outcome of ${open} before it`,
            related: [
              { file: "trace.ndjson", line: openAttempt.startedSeq, message: "the open attempt" },
            ],
            hint: "nodes run one after the other; write the outcome of an attempt before the next one starts",
          });
        },
      },
    };
  },
};
