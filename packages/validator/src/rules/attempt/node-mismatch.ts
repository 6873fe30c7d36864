import { eventTypes, type NodeStarted } from "@flow-bundle/schema";
import type { Rule, TraceLine } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** All events of an attempt name the node that was started; spec/text/attempts.md#attempt-node-mismatch. */
export const nodeMismatch: Rule = {
  id: "attempt/node-mismatch",
  needs: ["trace"],
  check(ctx, report) {
    /** The attempt that started a second time, which is attempt/unique. */
    let restarted: string | undefined;
    const check = (at: TraceLine): void => {
      const { nodeId, attemptId } = at.event as {
        readonly nodeId?: string;
        readonly attemptId?: string;
      };
      if (attemptId === undefined || attemptId === restarted) return;
      const attempt = ctx.fold.attempt(attemptId);
      if (attempt === undefined) return;
      // From 1.1 on an event of an attempt that is not open is as bad: attempt/not-open or trace/late-event.
      if (ctx.version !== "1.0" && ctx.fold.openAttempt !== attempt) return;
      if (attempt.nodeId === nodeId) return;
      // A start with a node that is none is attempt/unknown-node.
      if (ctx.flow !== undefined && !Object.hasOwn(ctx.flow.nodes, attempt.nodeId)) return;
      report({
        ...placeOf(at),
        // From 1.1 on the schemas demand it.
        pointer: nodeId === undefined ? "" : "/nodeId",
        message: `The event names ${nodeId === undefined ? "no node" : "another node"}, unlike the start of ${JSON.stringify(attemptId)}`,
        expected: attempt.nodeId,
        ...(nodeId === undefined ? {} : { actual: nodeId }),
        related: [{ file: "trace.ndjson", line: attempt.startedSeq, pointer: "/nodeId" }],
        hint: "an attempt belongs to one node; take both ids from the same place",
      });
    };
    const types = eventTypes["1.1"].filter((type) => type !== "node_started");
    return {
      on: {
        ...Object.fromEntries(types.map((type) => [type, check])),
        node_started: ({ event }) => {
          const { attemptId } = event as NodeStarted;
          if (ctx.fold.attempt(attemptId) !== undefined) restarted = attemptId;
        },
      },
    };
  },
};
