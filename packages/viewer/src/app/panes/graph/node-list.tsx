import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { positionRow } from "../../state/selectors.ts";
import { useRun, useSelection } from "../../state/store.ts";
import { OutcomeBadge } from "../../ui/badge.tsx";
import { Name } from "../../ui/name.tsx";
import { formatDuration } from "../../ui/time.ts";
import { useSelectNode } from "./canvas.tsx";
import { useSelectedNode } from "./selected-node.ts";
import type { GraphModel, GraphNode } from "./flow-model.ts";
import { overlayOf } from "./overlay.ts";

const rowHeight = 56;

/** The graph as a list, from the start on: the same for those who cannot or would rather not look at a drawing. */
export function NodeList({ model }: { readonly model: GraphModel }) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: model.nodes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  return (
    <div className="node-list" ref={scroller}>
      <ul
        aria-label="Nodes of the flow"
        style={{ height: rows.getTotalSize(), position: "relative" }}
      >
        {rows.getVirtualItems().map(({ index, start }) => {
          const node = model.nodes[index];
          return (
            node !== undefined && (
              <li
                key={node.id}
                aria-setsize={model.nodes.length}
                aria-posinset={index + 1}
                style={{ position: "absolute", top: start, height: rowHeight, left: 0, right: 0 }}
              >
                <NodeRow node={node} model={model} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

function NodeRow({ node, model }: { readonly node: GraphNode; readonly model: GraphModel }) {
  const run = useRun();
  const row = positionRow(run, useSelection());
  const isSelected = useSelectedNode() === node.id;
  const select = useSelectNode();
  const { outcome, attempts, ms } = overlayOf(run, node.id, row);
  const ways = model.edges.filter(({ from }) => from === node.id);
  return (
    <button
      type="button"
      className="node-row plain"
      aria-pressed={isSelected}
      onClick={() => select(node.id)}
    >
      <span className="node-row-id">
        <Name text={node.id} max={80} />
        <span className="soft node-row-ways">
          {node.isStart && "start · "}
          {node.isTerminal ? "end" : "then "}
          {ways
            .slice(0, 6)
            .map(({ to, branch }) => {
              const labels = branch === undefined ? [] : (node.branches[branch]?.labels ?? []);
              return `${labels.length > 0 ? `${labels.join(", ")}: ` : ""}${to}`.slice(0, 60);
            })
            .join(" · ")}
          {ways.length > 6 && ` and ${ways.length - 6} more`}
        </span>
      </span>
      <span className="soft">{node.nodeType.slice(0, 20)}</span>
      <span>{outcome !== undefined && <OutcomeBadge outcome={outcome} />}</span>
      <span className="soft node-card-numbers">
        {attempts > 1 && `×${attempts} · `}
        {attempts > 0 && formatDuration(ms)}
      </span>
    </button>
  );
}
