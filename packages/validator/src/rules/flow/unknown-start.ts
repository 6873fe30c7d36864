import type { Rule } from "../../engine/rule.ts";

/** startAt is a node; spec/text/flow.md#flow-unknown-start. */
export const unknownStart: Rule = {
  id: "flow/unknown-start",
  needs: ["flow"],
  check({ flow }, report) {
    if (flow === undefined || Object.hasOwn(flow.nodes, flow.startAt)) return;
    report({
      file: "flow.json",
      pointer: "/startAt",
      message: `The flow starts at ${JSON.stringify(flow.startAt)}, which is no node of it`,
      expected: Object.keys(flow.nodes),
      actual: flow.startAt,
    });
  },
};
