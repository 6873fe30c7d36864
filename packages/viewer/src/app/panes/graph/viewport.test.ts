import { expect, test } from "vitest";
import { nodeWidth } from "./layout.ts";
import { fitZoom, isInside, padding, viewportAt } from "./viewport.ts";

const layout = { places: new Map(), bends: new Map(), width: 600, height: 2000 };
const pane = { width: 800, height: 500 };

test("a node in the middle of a long graph comes to the middle of the pane", () => {
  const { x, y } = viewportAt({ x: 100, y: 1000 }, 1, layout, pane);
  expect(y + 1000 + 60).toBe(pane.height / 2);
  // The graph is not as wide as the pane: it stays where it is, whichever node is looked at.
  expect(x).toBe(viewportAt({ x: 340, y: 0 }, 1, layout, pane).x);
  expect(x).toBe(padding.left + (800 - padding.left - padding.right - 600) / 2);
});

test.each([
  ["first", 0, padding.top],
  ["last", 1900, pane.height - padding.bottom - layout.height],
])("the %s node leaves no part of the pane empty", (_, nodeY, y) => {
  expect(viewportAt({ x: 0, y: nodeY }, 1, layout, pane).y).toBe(y);
});

test("what fits is shown whole", () => {
  const zoom = fitZoom(layout, pane);
  expect(zoom).toBe((500 - padding.top - padding.bottom) / 2000);
  const { y } = viewportAt({ x: 0, y: 1900 }, zoom, layout, pane);
  expect(y).toBeCloseTo(padding.top);
});

test("a node is inside when all of it is", () => {
  const at = (x: number) => isInside({ x, y: 0 }, { x: 0, y: 0, zoom: 1 }, pane);
  expect(at(pane.width - nodeWidth)).toBe(true);
  expect(at(pane.width - nodeWidth + 1)).toBe(false);
  expect(at(-1)).toBe(false);
});
