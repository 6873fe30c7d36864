import { nodeWidth, type Layout, type Point } from "./layout.ts";

/** In pixels: what lies over the drawing at its edges covers no node of a graph that is shown whole. */
export const padding = { top: 60, right: 24, bottom: 20, left: 56 } as const;

/** Width and height of the pane, in pixels. */
export interface PaneSize {
  readonly width: number;
  readonly height: number;
}

/** Where the drawing's upper left corner lies in the pane, and how large the drawing is shown. */
export interface Viewport extends Point {
  readonly zoom: number;
}

/** The zoom at which the whole graph fits into the pane. */
export function fitZoom(layout: Layout, pane: PaneSize): number {
  const width = pane.width - padding.left - padding.right;
  const height = pane.height - padding.top - padding.bottom;
  return Math.min(width / layout.width, height / layout.height);
}

/** A node in the middle of the pane; no further than that the pane stays filled, where the graph can fill it. */
export function viewportAt(place: Point, zoom: number, layout: Layout, pane: PaneSize): Viewport {
  const { top, right, bottom, left } = padding;
  const x = along(place.x + nodeWidth / 2, zoom, layout.width, pane.width, left, right);
  const y = along(place.y + 60, zoom, layout.height, pane.height, top, bottom);
  return { x, y, zoom };
}

function along(
  middle: number,
  zoom: number,
  drawing: number,
  pane: number,
  before: number,
  after: number,
): number {
  const free = pane - before - after - drawing * zoom;
  if (free >= 0) return before + free / 2;
  return Math.min(before, Math.max(before + free, pane / 2 - middle * zoom));
}

/** Whether all of a node is seen. */
export function isInside(place: Point, { x, y, zoom }: Viewport, pane: PaneSize): boolean {
  const left = place.x * zoom + x;
  const top = place.y * zoom + y;
  const right = left + nodeWidth * zoom;
  return left >= 0 && top >= 0 && right <= pane.width && top + 90 * zoom <= pane.height;
}
