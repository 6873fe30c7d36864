import type { Point } from "./layout.ts";

const radius = 8;

/** An SVG path along some points, with round corners. */
export function roundedPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return "";
  let path = `M ${first.x} ${first.y}`;
  for (const [i, corner] of rest.entries()) {
    const before = points[i] as Point;
    const after = rest[i + 1];
    if (after === undefined) {
      path += ` L ${corner.x} ${corner.y}`;
      continue;
    }
    const start = towards(corner, before);
    const end = towards(corner, after);
    path += ` L ${start.x} ${start.y} Q ${corner.x} ${corner.y} ${end.x} ${end.y}`;
  }
  return path;
}

/** Down, across in the middle, and down. */
export function stepPoints(from: Point, to: Point): Point[] {
  if (Math.abs(from.x - to.x) < 1) return [from, to];
  const middle = (from.y + to.y) / 2;
  return [from, { x: from.x, y: middle }, { x: to.x, y: middle }, to];
}

function towards(corner: Point, other: Point): Point {
  const [dx, dy] = [other.x - corner.x, other.y - corner.y];
  const length = Math.hypot(dx, dy);
  const share = length === 0 ? 0 : Math.min(radius, length / 2) / length;
  return { x: corner.x + dx * share, y: corner.y + dy * share };
}
