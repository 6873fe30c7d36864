import { BaseEdge, type Edge, type EdgeProps } from "@xyflow/react";

/** An edge of the canvas: its way was found beforehand. */
export interface EdgeData extends Record<string, unknown> {
  readonly path: string;
}

/** Draws an edge. */
export function FlowEdge({ data, markerEnd }: EdgeProps<Edge<EdgeData>>) {
  return (
    <BaseEdge
      path={data?.path ?? ""}
      {...(markerEnd !== undefined && { markerEnd })}
      interactionWidth={0}
    />
  );
}
