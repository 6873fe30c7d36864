import type { NodeOutcome, RunWaiting } from "@flow-bundle/schema";
import type { Rule, TraceLine } from "../../engine/rule.ts";
import { traceFile } from "../../engine/trace.ts";
import { WrongOutcomes } from "../attempt/wrong-outcomes.ts";
import { placeOf } from "../place.ts";
import { describeLast, okOfCheckpoint, passedCheckpoint } from "./passed-checkpoint.ts";

/**
 * run_waiting follows the ok outcome of the checkpoint that it names, and only run_resumed or the end of the run follows
 * it; spec/text/run-lifecycle.md#trace-waiting-order. Events of attempts in between are trace/late-event and
 * attempt/not-open; events of unknown types count for nothing.
 */
export const waitingOrder: Rule = {
  id: "trace/waiting-order",
  needs: ["trace"],
  check(ctx, report) {
    const wrong = new WrongOutcomes(ctx.fold);
    /** The attempt of the last run_waiting. */
    let waited: string | undefined;
    const arrive = (at: TraceLine): void => {
      const { openAttempt, terminal } = ctx.fold;
      if (terminal !== null) return;
      if (openAttempt !== null && wrong.cameIn(openAttempt.attemptId)) return;
      const { payload } = at.event as RunWaiting;
      const checkpoint = passedCheckpoint(ctx.fold);
      if (checkpoint === undefined || checkpoint.attemptId === waited) {
        report({
          ...placeOf(at),
          pointer: "/type",
          message: "run_waiting does not directly follow the ok outcome of a checkpoint",
          expected: `${okOfCheckpoint}, directly before`,
          actual: describeLast(ctx.fold),
          hint: "a run waits at checkpoints only, once at each attempt",
        });
        return;
      }
      waited = checkpoint.attemptId;
      const wrongNode = payload.waitingOn !== checkpoint.nodeId;
      if (!wrongNode && payload.attemptId === checkpoint.attemptId) return;
      report({
        ...placeOf(at),
        pointer: wrongNode ? "/payload/waitingOn" : "/payload/attemptId",
        message: "run_waiting names another checkpoint than the one that ended just before it",
        expected: wrongNode ? checkpoint.nodeId : checkpoint.attemptId,
        actual: wrongNode ? payload.waitingOn : payload.attemptId,
        related: [
          {
            file: traceFile,
            line: checkpoint.finishedSeq ?? 0,
            message: "the checkpoint's outcome",
          },
        ],
      });
    };
    const goOn = (at: TraceLine): void => {
      const { waiting } = ctx.fold;
      if (waiting === null) return;
      report({
        ...placeOf(at),
        pointer: "/type",
        message: `${at.event.type} comes while the run waits at ${JSON.stringify(waiting.attemptId)}: it goes on with run_resumed only`,
        expected: "run_resumed, or a terminal event",
        actual: at.event.type,
        related: [{ file: traceFile, line: waiting.seq, message: "run_waiting" }],
        hint: "write run_resumed with cause input before anything else happens",
      });
    };
    return {
      on: {
        node_outcome: ({ event }) => {
          wrong.see(event as NodeOutcome);
        },
        run_waiting: arrive,
        node_started: goOn,
        session_bound: goOn,
      },
    };
  },
};
