import type { GraphModel } from "./flow-model.ts";
import { nodeHeight, nodeWidth, type Layout, type Point } from "./layout.ts";

const gapX = 40;
const gapY = 56;

/** Places nodes in rows by the longest way that leads to them: simple, and quick whatever the graph. */
export function gridLayout({ nodes, edges }: GraphModel): Layout {
  const ranks = rank(
    nodes.map(({ id }) => id),
    edges,
  );
  const rows: (typeof nodes)[number][][] = [];
  for (const node of nodes) {
    const row = ranks.get(node.id) ?? 0;
    (rows[row] ??= []).push(node);
  }
  const places = new Map<string, Point>();
  const widest = Math.max(1, ...rows.map((row) => row.length));
  const width = widest * (nodeWidth + gapX) - gapX;
  let y = 0;
  for (const row of rows) {
    const rowWidth = row.length * (nodeWidth + gapX) - gapX;
    for (const [i, { id }] of row.entries()) {
      places.set(id, { x: (width - rowWidth) / 2 + i * (nodeWidth + gapX), y });
    }
    y += Math.max(...row.map(nodeHeight)) + gapY;
  }
  return { places, bends: new Map(), width, height: Math.max(0, y - gapY) };
}

/** Longest ways along edges that do not lead back; nodes come in an order in which such edges go forward. */
function rank(ids: readonly string[], edges: GraphModel["edges"]): Map<string, number> {
  const ranks = new Map(ids.map((id) => [id, 0]));
  const byFrom = Map.groupBy(
    edges.filter(({ isBack }) => !isBack),
    ({ from }) => from,
  );
  for (const id of ids) {
    for (const { to } of byFrom.get(id) ?? []) {
      ranks.set(to, Math.max(ranks.get(to) ?? 0, (ranks.get(id) ?? 0) + 1));
    }
  }
  // Rows without nodes would be gaps.
  const used = [...new Set(ranks.values())].toSorted((a, b) => a - b);
  return new Map(Array.from(ranks, ([id, value]) => [id, used.indexOf(value)]));
}
