import type { NodeStarted } from "@flow-bundle/schema";
import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** An attempt's node is a node of the flow; spec/text/attempts.md#attempt-unknown-node. */
export const unknownNode: Rule = {
  id: "attempt/unknown-node",
  needs: ["flow", "trace"],
  check(ctx, report) {
    const nodes = new Set(Object.keys(ctx.flow?.nodes ?? {}));
    // Of a flow without any node flow/unknown-start says enough.
    if (nodes.size === 0) return;
    return {
      on: {
        // All other events name the node of their start, or are attempt/node-mismatch.
        node_started: (at) => {
          const { nodeId } = at.event as NodeStarted;
          if (nodes.has(nodeId)) return;
          report({
            ...placeOf(at),
            pointer: "/nodeId",
            message: `The flow has no node ${JSON.stringify(nodeId)}`,
            expected: "a key of nodes in flow.json",
            actual: nodeId,
            related: [{ file: "flow.json", pointer: "/nodes" }],
            hint: "flow.json is the flow as this run carries it out; write it before the run starts and do not change it",
          });
        },
      },
    };
  },
};
