import type { FoldState } from "@flow-bundle/bundle";
import type { FlowDefinition, FlowEdge } from "../authoring/types.ts";

/** The nodes at which a run that goes on may still begin an attempt. */
export function reachableNodes(
  { startAt, edges }: FlowDefinition,
  { openAttempt, lastAttempt }: FoldState,
): ReadonlySet<string> {
  const edgeFrom = new Map(edges.map((edge) => [edge.from, edge]));
  const isMadeAgain = openAttempt !== null || lastAttempt?.outcome === "cancelled";
  const last = openAttempt ?? lastAttempt;
  const waiting = last === null ? [startAt] : isMadeAgain ? [last.nodeId] : after(last.nodeId);
  const reached = new Set<string>();
  for (let nodeId = waiting.pop(); nodeId !== undefined; nodeId = waiting.pop()) {
    if (reached.has(nodeId)) continue;
    reached.add(nodeId);
    waiting.push(...after(nodeId));
  }
  return reached;

  function after(nodeId: string): string[] {
    return targetsOf(edgeFrom.get(nodeId));
  }
}

function targetsOf(edge: FlowEdge | undefined): string[] {
  if (edge === undefined) return [];
  return "to" in edge ? [edge.to] : Object.values(edge.switch.cases);
}
