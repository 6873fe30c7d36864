import { escapeSegment } from "@flow-bundle/bundle";
import type { NodeOutcome, NodeStarted } from "@flow-bundle/schema";
import type { Rule, TraceLine } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** nodeType is that of the flow, at the start and at the outcome; spec/text/attempts.md#attempt-node-type. */
export const nodeType: Rule = {
  id: "attempt/node-type",
  needs: ["flow", "trace"],
  check(ctx, report) {
    const types = new Map(Object.entries(ctx.flow?.nodes ?? {}).map(([id, node]) => [id, node.nodeType]));
    const check = (at: TraceLine): void => {
      const { nodeId, payload } = at.event as NodeStarted | NodeOutcome;
      const expected = types.get(nodeId);
      // A node that the flow does not have is attempt/unknown-node.
      if (expected === undefined || payload.nodeType === expected) return;
      report({
        ...placeOf(at),
        pointer: "/payload/nodeType",
        message: `The flow says that ${JSON.stringify(nodeId)} is of another type`,
        expected,
        actual: payload.nodeType,
        related: [{ file: "flow.json", pointer: `/nodes/${escapeSegment(nodeId)}/nodeType` }],
      });
    };
    return { on: { node_started: check, node_outcome: check } };
  },
};
