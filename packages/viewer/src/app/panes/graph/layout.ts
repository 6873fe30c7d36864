import type { GraphEdge, GraphNode } from "./flow-model.ts";

/** Width of all nodes, in pixels. */
export const nodeWidth = 248;

/** A place in the graph, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where everything is. */
export interface Layout {
  /** Upper left corner of each node. */
  readonly places: ReadonlyMap<string, Point>;
  /** Corners of edges on their way, without the ends; edges that are not in it go their own way. */
  readonly bends: ReadonlyMap<string, readonly Point[]>;
  readonly width: number;
  readonly height: number;
}

/** Height of a node: those with branches have a row of them below. */
export function nodeHeight({ branches, title }: GraphNode): number {
  return 62 + (title === undefined ? 0 : 20) + (branches.length > 0 ? 30 : 0);
}

/** Where an edge leaves its node, relative to the upper left corner. */
export function exitOf(node: GraphNode, edge: Pick<GraphEdge, "branch">): Point {
  const y = nodeHeight(node);
  if (edge.branch === undefined) return { x: nodeWidth / 2, y };
  const share = nodeWidth / node.branches.length;
  return { x: share * (edge.branch + 0.5), y };
}
