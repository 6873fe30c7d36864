import { expect, test } from "vitest";
import { backWay, type Box } from "./back-way.ts";

const box = (left: number, top: number, height = 62): Box => ({
  left,
  top,
  right: left + 248,
  bottom: top + height,
});
const target = box(0, 0);
const way = (boxes: readonly Box[], from = { x: 124, y: 262 }) =>
  backWay({ from, to: { x: 248, y: 30 }, target, boxes, right: 600, lane: 0 });

/** Whether a way goes through the inside of a node. */
function runsThrough(
  points: readonly { x: number; y: number }[],
  { left, top, right, bottom }: Box,
) {
  return points.some((a, i) => {
    const b = points[i + 1];
    if (b === undefined) return false;
    const [x1, x2] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
    const [y1, y2] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
    return x1 < right && x2 > left && y1 < bottom && y2 > top;
  });
}

test("with nothing in the way it goes straight to the side", () => {
  expect(way([target, box(0, 200)])).toEqual([
    { x: 124, y: 262 },
    { x: 124, y: 276 },
    { x: 624, y: 276 },
    { x: 624, y: 30 },
    { x: 248, y: 30 },
  ]);
});

test("it passes below a higher node of its own layer", () => {
  const other = box(300, 200, 100);
  const points = way([target, box(0, 200), other]);
  expect(runsThrough(points, other)).toBe(false);
  expect(points[1]).toEqual({ x: 124, y: 314 });
});

test("where a node stands beside its target it comes from above", () => {
  const beside = box(300, 0);
  const points = way([target, box(0, 200), beside]);
  expect(runsThrough(points, beside)).toBe(false);
  expect(points.at(-1)).toEqual({ x: 186, y: 0 });
});
