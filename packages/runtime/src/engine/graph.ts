import type { FlowDefinition, FlowEdge, FlowNodeDefinition } from "../authoring/types.ts";

/** The graph of a flow as the engine goes through it. */
export interface Graph {
  readonly startAt: string;
  readonly nodes: ReadonlyMap<string, FlowNodeDefinition>;
  /** By the node that they lead from. */
  readonly edges: ReadonlyMap<string, FlowEdge>;
}

/** The graph of a checked flow. */
export function graphOf({ startAt, nodes, edges }: FlowDefinition): Graph {
  return {
    startAt,
    nodes: new Map(Object.entries(nodes)),
    edges: new Map(edges.map((edge) => [edge.from, edge])),
  };
}
