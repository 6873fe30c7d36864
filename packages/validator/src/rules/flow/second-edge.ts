import type { Rule } from "../../engine/rule.ts";

/** A node has at most one outgoing edge; spec/text/flow.md#flow-second-edge. */
export const secondEdge: Rule = {
  id: "flow/second-edge",
  needs: ["flow"],
  check({ flow }, report) {
    const first = new Map<string, number>();
    for (const [index, edge] of (flow?.edges ?? []).entries()) {
      const earlier = first.get(edge.from);
      if (earlier === undefined) {
        first.set(edge.from, index);
        continue;
      }
      report({
        file: "flow.json",
        pointer: `/edges/${index}/from`,
        message: `${JSON.stringify(edge.from)} has a second outgoing edge`,
        actual: edge.from,
        related: [{ file: "flow.json", pointer: `/edges/${earlier}`, message: "the first one" }],
        hint: "use one edge with a switch",
      });
    }
  },
};
