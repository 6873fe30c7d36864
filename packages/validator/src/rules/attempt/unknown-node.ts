import type { NodeStarted } from "@flow-bundle/schema";
import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** An attempt's node is a node of the flow; spec/text/attempts.md#attempt-unknown-node. */
export const unknownNode: Rule = {
  id: "attempt/unknown-node",
  needs: ["flow", "trace"],
  check(ctx, report) {
    const nodes = new Set(Object.keys(ctx.flow?.nodes ?? {}));
    return {
      on: {
        node_started: (at) => {
          const { nodeId } = at.event as NodeStarted;
          if (nodes.has(nodeId)) return;
          report({
            ...placeOf(at),
            pointer: "/nodeId",
            message: `The flow has no node ${JSON.stringify(nodeId)}`,
            actual: nodeId,
            related: [{ file: "flow.json", pointer: "/nodes" }],
          });
        },
      },
    };
  },
};
