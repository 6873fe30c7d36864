import type { Point } from "./layout.ts";

/** A node as an obstacle. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Room that an edge keeps from the nodes that it passes. */
const gap = 14;

interface BackEdge {
  /** Where it leaves its node, at the lower end. */
  readonly from: Point;
  /** Where it arrives: at the right side of a node. */
  readonly to: Point;
  readonly target: Box;
  readonly boxes: readonly Box[];
  /** Where the graph ends on the right. */
  readonly right: number;
  /** Keeps several such edges apart. */
  readonly lane: number;
}

/** From the lower end of a node around everything to the side of one above, or to its top where the side is taken. */
export function backWay({ from, to, target, boxes, right, lane }: BackEdge): Point[] {
  const x = right + 24 + gap * lane;
  const y = below(from.y + gap, from.x, x, boxes);
  const start = [from, { x: from.x, y }, { x, y }];
  if (!isBlocked(to.y, to.x + 1, x, boxes)) return [...start, { x, y: to.y }, to];
  const entry = target.right - (target.right - target.left) / 4;
  const above = upTo(target.top - gap, entry, x, boxes);
  return [...start, { x, y: above }, { x: entry, y: above }, { x: entry, y: target.top }];
}

function isBlocked(y: number, left: number, right: number, boxes: readonly Box[]): boolean {
  return boxes.some((box) => crosses(box, y, left, right));
}

function crosses(box: Box, y: number, left: number, right: number): boolean {
  return box.top < y && y < box.bottom && box.left < right && left < box.right;
}

/** The first height from `y` downwards at which a level line passes between the nodes. */
function below(y: number, left: number, right: number, boxes: readonly Box[]): number {
  const inOrder = boxes.toSorted((a, b) => a.bottom - b.bottom);
  let free = y;
  for (const box of inOrder) if (crosses(box, free, left, right)) free = box.bottom + gap;
  return free;
}

/** As {@link below}, upwards. */
function upTo(y: number, left: number, right: number, boxes: readonly Box[]): number {
  const inOrder = boxes.toSorted((a, b) => b.top - a.top);
  let free = y;
  for (const box of inOrder) if (crosses(box, free, left, right)) free = box.top - gap;
  return free;
}
