import {
  Background,
  Controls,
  MarkerType,
  ReactFlow,
  ReactFlowProvider,
  type Edge,
} from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import { useCallback, useMemo } from "react";
import { positionRow } from "../../state/selectors.ts";
import { useRun, useSelection, useStore } from "../../state/store.ts";
import { backWay, type Box } from "./back-way.ts";
import { roundedPath, stepPoints } from "./edge-path.ts";
import type { GraphModel, GraphNode } from "./flow-model.ts";
import { FlowEdge, type EdgeData } from "./flow-edge.tsx";
import { fitOptions, useCamera, useFitOnResize } from "./camera.ts";
import { exitOf, nodeHeight, nodeWidth, type Layout } from "./layout.ts";
import { useSelectedNode } from "./selected-node.ts";
import type { TraceTable } from "../../trace/trace-table.ts";
import { NodeCard, type CardNode } from "./node-card.tsx";
import { overlayOf } from "./overlay.ts";

interface Props {
  readonly model: GraphModel;
  readonly layout: Layout;
}

const nodeTypes = { card: NodeCard };
const edgeTypes = { flow: FlowEdge };

/** The graph as a drawing that can be moved and zoomed. */
export function Canvas(props: Props) {
  return (
    <ReactFlowProvider>
      <Drawing {...props} />
    </ReactFlowProvider>
  );
}

function Drawing({ model, layout }: Props) {
  const nodes = useNodes(model, layout);
  const edges = useEdges(model, layout);
  useCamera(layout);
  const touched = useFitOnResize(layout);
  return (
    <div className="graph-canvas" data-nodes={model.nodes.length}>
      <ReactFlow<CardNode, Edge<EdgeData>>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        fitView
        fitViewOptions={fitOptions}
        onMoveStart={(event) => {
          // Moves of the camera come without an event.
          if (event !== null) touched.current = true;
        }}
        minZoom={0.05}
        maxZoom={2}
        onlyRenderVisibleElements={model.nodes.length > 200}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        proOptions={{ hideAttribution: true }}
        aria-label="Graph of the flow"
      >
        <Background gap={24} size={1} />
        <Controls showInteractive={false} position="bottom-left" />
      </ReactFlow>
    </div>
  );
}

/** Selects a node: its last attempt at the position of the replay, else the node itself. */
export function useSelectNode(): (nodeId: string) => void {
  const store = useStore();
  return useCallback(
    (nodeId: string) => {
      const { primary, selection } = store.state;
      if (primary === null) return;
      const { last } = primary.table.attemptsOfAt(nodeId, positionRow(primary, selection));
      const target = last === undefined ? { node: nodeId } : { attempt: last.attemptId };
      store.select({ node: undefined, attempt: undefined, tab: "attempt", ...target });
    },
    [store],
  );
}

function useNodes(model: GraphModel, layout: Layout): CardNode[] {
  const run = useRun();
  const row = positionRow(run, useSelection());
  const selected = useSelectedNode();
  const onSelect = useSelectNode();
  return useMemo(
    () =>
      model.nodes.map((node) => ({
        id: node.id,
        type: "card",
        position: layout.places.get(node.id) ?? { x: 0, y: 0 },
        width: nodeWidth,
        height: nodeHeight(node),
        data: {
          node,
          overlay: overlayOf(run, node.id, row),
          taken: node.branches.map(({ to }) => isTaken(run.table, node.id, to, row)),
          isSelected: node.id === selected,
          onSelect,
        },
      })),
    [model, layout, run, row, selected, onSelect],
  );
}

function useEdges(model: GraphModel, layout: Layout): Edge<EdgeData>[] {
  const run = useRun();
  const row = positionRow(run, useSelection());
  return useMemo(() => {
    const byId = new Map(model.nodes.map((node) => [node.id, node]));
    const boxes = model.nodes.flatMap((node) => boxOf(node, layout) ?? []);
    let lane = 0;
    return model.edges.flatMap((edge) => {
      const [source, target] = [byId.get(edge.from), byId.get(edge.to)];
      const [from, to] = [layout.places.get(edge.from), layout.places.get(edge.to)];
      const targetBox = target && boxOf(target, layout);
      if (!source || !target || !from || !to || !targetBox) return [];
      const exit = exitOf(source, edge);
      const start = { x: from.x + exit.x, y: from.y + exit.y };
      const end = { x: to.x + nodeWidth / 2, y: to.y };
      const bends = layout.bends.get(edge.id);
      const points = edge.isBack
        ? backWay({
            from: start,
            to: sideOf(to, target),
            target: targetBox,
            boxes,
            right: layout.width,
            lane: lane++,
          })
        : bends === undefined
          ? stepPoints(start, end)
          : [start, ...bends, end];
      const wasTaken = isTaken(run.table, edge.from, edge.to, row);
      return {
        id: edge.id,
        type: "flow" as const,
        source: edge.from,
        target: edge.to,
        className: `${edge.isBack ? "edge-back" : ""} ${wasTaken ? "edge-taken" : ""}`,
        zIndex: wasTaken ? 1 : 0,
        markerEnd: {
          type: MarkerType.ArrowClosed,
          width: 22,
          height: 22,
          markerUnits: "userSpaceOnUse",
          color: wasTaken ? "var(--accent)" : "var(--line-strong)",
        },
        data: { path: roundedPath(points) },
      };
    });
  }, [model, layout, run.table, run.revision, row]);
}

/** Whether the run went from one node to another by a row. */
function isTaken(table: TraceTable, from: string, to: string, row: number): boolean {
  const taken = table.transitionRow(from, to);
  return taken !== undefined && taken <= row;
}

function boxOf(node: GraphNode, layout: Layout): Box | undefined {
  const place = layout.places.get(node.id);
  if (place === undefined) return undefined;
  const { x, y } = place;
  return { left: x, top: y, right: x + nodeWidth, bottom: y + nodeHeight(node) };
}

function sideOf(place: { readonly x: number; readonly y: number }, node: GraphNode) {
  return { x: place.x + nodeWidth, y: place.y + Math.min(30, nodeHeight(node) / 2) };
}
