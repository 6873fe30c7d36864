import { escapeSegment } from "@flow-bundle/bundle";
import type { NodeOutcome, NodeStarted } from "@flow-bundle/schema";
import type { Rule, TraceLine } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";
import { Postponed } from "../postponed.ts";
import { DisputedNodes } from "./disputed-nodes.ts";

/** nodeType is that of the flow, at the start and at the outcome; spec/text/attempts.md#attempt-node-type. */
export const nodeType: Rule = {
  id: "attempt/node-type",
  needs: ["flow", "trace"],
  check(ctx, report) {
    const nodes = Object.entries(ctx.flow?.nodes ?? {});
    const types = new Map(nodes.map(([id, node]) => [id, node.nodeType]));
    const disputed = new DisputedNodes(ctx.fold);
    const postponed = new Postponed(report);
    const check = (at: TraceLine): void => {
      const { nodeId, attemptId, type, payload } = at.event as NodeStarted | NodeOutcome;
      const expected = types.get(nodeId);
      // A node that the flow does not have is attempt/unknown-node.
      if (expected === undefined || payload.nodeType === expected) return;
      // An outcome that names another node than the start is attempt/node-mismatch.
      const started = type === "node_outcome" ? ctx.fold.attempt(attemptId)?.nodeId : nodeId;
      if (started !== undefined && started !== nodeId) return;
      const finding = {
        ...placeOf(at),
        pointer: "/payload/nodeType",
        message: `nodeType is not that of ${JSON.stringify(nodeId)} in the flow`,
        expected,
        actual: payload.nodeType,
        related: [{ file: "flow.json", pointer: `/nodes/${escapeSegment(nodeId)}/nodeType` }],
        hint: "copy nodeType from flow.json, at the start and at the outcome",
      };
      // Of an attempt that started as one of another node, attempt/node-mismatch says enough.
      postponed.add(() => (disputed.has(attemptId) ? undefined : finding));
    };
    return {
      on: {
        node_started: check,
        node_outcome: (at) => {
          disputed.see(at.event as NodeOutcome);
          check(at);
        },
      },
      traceEnd: () => postponed.end(),
    };
  },
};
