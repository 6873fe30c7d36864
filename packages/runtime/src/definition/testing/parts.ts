import type { ComputeNodeDefinition, FlowDefinition } from "../../authoring/types.ts";
import { checkFlow } from "../check.ts";

/** A compute node. */
export const node: ComputeNodeDefinition = { nodeType: "compute", run: () => ({ x: "b" }) };

/** A flow of one node, `a`, with something else about it. */
export function flowWith(other: object = {}): FlowDefinition {
  return { name: "x", startAt: "a", nodes: { a: node }, edges: [], ...other };
}

/** A flow of the nodes `a`, `b` and `c` with these edges. */
export function flowWithEdges(...edges: unknown[]): FlowDefinition {
  return flowWith({ nodes: { a: node, b: node, c: node }, edges });
}

/** What checkFlow says to a flow; empty when nothing is wrong. */
export function mistakesOf(flow: unknown): string {
  try {
    checkFlow(flow);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
