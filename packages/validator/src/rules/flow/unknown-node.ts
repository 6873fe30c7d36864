import { escapeSegment } from "@flow-bundle/bundle";
import type { Rule } from "../../engine/rule.ts";

/** Edges name nodes that exist; spec/text/flow.md#flow-unknown-node. */
export const unknownNode: Rule = {
  id: "flow/unknown-node",
  needs: ["flow"],
  check({ flow }, report) {
    // Of a flow without any node flow/unknown-start says enough.
    if (flow === undefined || Object.keys(flow.nodes).length === 0) return;
    const check = (nodeId: string, pointer: string, what: string): void => {
      if (Object.hasOwn(flow.nodes, nodeId)) return;
      report({
        file: "flow.json",
        pointer,
        message: `The edge ${what} ${JSON.stringify(nodeId)}, which is no node of the flow`,
        actual: nodeId,
      });
    };
    for (const [index, edge] of flow.edges.entries()) {
      check(edge.from, `/edges/${index}/from`, "comes from");
      if ("to" in edge) check(edge.to as string, `/edges/${index}/to`, "leads to");
      else {
        for (const [label, target] of Object.entries(edge.switch?.cases ?? {})) {
          check(
            target,
            `/edges/${index}/switch/cases/${escapeSegment(label)}`,
            `leads in case ${JSON.stringify(label)} to`,
          );
        }
      }
    }
  },
};
