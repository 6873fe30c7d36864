import type { RunWaiting } from "@flow-bundle/schema";
import type { Rule, TraceLine } from "../../engine/rule.ts";
import { traceFile } from "../../engine/trace.ts";
import { placeOf } from "../place.ts";
import { terminalTypes } from "./terminal-types.ts";

/**
 * run_waiting directly follows the ok outcome of the checkpoint that it names, and only run_resumed or the end of the
 * run follows it; spec/text/run-lifecycle.md#trace-waiting-order.
 */
export const waitingOrder: Rule = {
  id: "trace/waiting-order",
  needs: ["trace"],
  check(ctx, report) {
    const arrival = (at: TraceLine): void => {
      const { lastType, lastAttempt } = ctx.fold;
      const { payload } = at.event as RunWaiting;
      const follows =
        lastType === "node_outcome" && lastAttempt?.nodeType === "checkpoint" && lastAttempt.outcome === "ok";
      if (!follows) {
        report({
          ...placeOf(at),
          pointer: "/type",
          message: "run_waiting does not directly follow the ok outcome of a checkpoint",
          expected: "node_outcome of a checkpoint",
          actual: lastType ?? "no event",
        });
        return;
      }
      if (payload.waitingOn === lastAttempt.nodeId && payload.attemptId === lastAttempt.attemptId) return;
      const wrongNode = payload.waitingOn !== lastAttempt.nodeId;
      report({
        ...placeOf(at),
        pointer: wrongNode ? "/payload/waitingOn" : "/payload/attemptId",
        message: "run_waiting names another checkpoint than the one that ended just before it",
        expected: wrongNode ? lastAttempt.nodeId : lastAttempt.attemptId,
        actual: wrongNode ? payload.waitingOn : payload.attemptId,
        related: [{ file: traceFile, line: lastAttempt.finishedSeq ?? 0, message: "the outcome of the checkpoint" }],
      });
    };
    return {
      on: {
        run_waiting: arrival,
        "*": (at) => {
          if (ctx.fold.lastType !== "run_waiting") return;
          if (at.event.type === "run_resumed" || terminalTypes.has(at.event.type)) return;
          report({
            ...placeOf(at),
            pointer: "/type",
            message: `${at.event.type} follows run_waiting: the run goes on only with run_resumed`,
            expected: "run_resumed, or a terminal event",
            actual: at.event.type,
          });
        },
      },
    };
  },
};
