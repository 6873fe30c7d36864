import { eventTypes } from "@flow-bundle/schema";
import type { Rule, TraceLine } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** All events of an attempt name the node that was started; spec/text/attempts.md#attempt-node-mismatch. */
export const nodeMismatch: Rule = {
  id: "attempt/node-mismatch",
  needs: ["trace"],
  check(ctx, report) {
    const check = (at: TraceLine): void => {
      const { nodeId, attemptId } = at.event as {
        readonly nodeId?: string;
        readonly attemptId?: string;
      };
      // An event of an attempt that is not open is attempt/not-open or trace/late-event.
      const attempt = ctx.fold.openAttempt;
      if (attempt === null || attempt.attemptId !== attemptId) return;
      if (nodeId === undefined || attempt.nodeId === nodeId) return;
      // A start with a node that is none is attempt/unknown-node.
      if (ctx.flow !== undefined && !Object.hasOwn(ctx.flow.nodes, attempt.nodeId)) return;
      report({
        ...placeOf(at),
        pointer: "/nodeId",
        message: `The event names another node than the start of ${JSON.stringify(attemptId)}`,
        expected: attempt.nodeId,
        actual: nodeId,
        related: [{ file: "trace.ndjson", line: attempt.startedSeq, pointer: "/nodeId" }],
        hint: "an attempt belongs to one node; take both ids from the same place",
      });
    };
    // A second start is attempt/unique.
    const types = eventTypes["1.1"].filter((type) => type !== "node_started");
    return { on: Object.fromEntries(types.map((type) => [type, check])) };
  },
};
