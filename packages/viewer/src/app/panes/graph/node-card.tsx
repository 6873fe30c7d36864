import { Handle, Position, type Node, type NodeProps } from "@xyflow/react";
import { memo } from "react";
import { OutcomeBadge } from "../../ui/badge.tsx";
import { Name } from "../../ui/name.tsx";
import { formatDuration } from "../../ui/time.ts";
import type { GraphNode } from "./flow-model.ts";
import type { NodeOverlay } from "./overlay.ts";

/** What a node of the canvas shows. */
export interface CardData extends Record<string, unknown> {
  readonly node: GraphNode;
  readonly overlay: NodeOverlay;
  /** Of each branch, whether the run went that way. */
  readonly taken: readonly boolean[];
  readonly isSelected: boolean;
  readonly onSelect: (nodeId: string) => void;
}

export type CardNode = Node<CardData, "card">;

/** A node of the graph: what it is, and what the run did there. */
export const NodeCard = memo(function NodeCard({ data }: NodeProps<CardNode>) {
  const { node, overlay, taken, isSelected, onSelect } = data;
  const { outcome, attempts, ms } = overlay;
  return (
    <div
      className="node-card"
      data-outcome={outcome}
      data-visited={attempts > 0}
      data-missing={node.missing}
    >
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <button
        type="button"
        className="node-card-body"
        aria-pressed={isSelected}
        onClick={() => onSelect(node.id)}
      >
        <span className="node-card-id">
          {node.isStart && <span className="node-card-mark">start</span>}
          <Name text={node.id} max={60} />
          {node.isTerminal && <span className="node-card-mark">end</span>}
        </span>
        {node.title !== undefined && (
          <span className="node-card-title soft">
            <Name text={node.title} max={80} />
          </span>
        )}
        <span className="node-card-facts">
          <span className="soft">
            {node.missing === undefined ? node.nodeType.slice(0, 20) : "not in the definition"}
          </span>
          {outcome !== undefined && <OutcomeBadge outcome={outcome} />}
          <span className="soft node-card-numbers">
            {attempts > 1 && `×${attempts} · `}
            {attempts > 0 && formatDuration(ms)}
          </span>
        </span>
      </button>
      {node.branches.length > 0 && (
        <ul className="node-card-branches" aria-label="Branches">
          {node.branches.map(({ to, labels }, i) => (
            <li
              key={to}
              title={`${labels.join(", ").slice(0, 200)} → ${to.slice(0, 100)}`}
              data-taken={taken[i]}
            >
              <Name text={labels.join(", ")} max={40} />
              {taken[i] && <span className="visually-hidden"> (taken)</span>}
            </li>
          ))}
        </ul>
      )}
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  );
});
