import { useReactFlow } from "@xyflow/react";
import { useEffect, useRef } from "react";
import { useAppState } from "../../state/store.ts";
import type { Layout } from "./layout.ts";
import { useSelectedNode } from "./selected-node.ts";
import { fitZoom, isInside, padding, viewportAt } from "./viewport.ts";

/** How a whole graph is shown. */
export const fitOptions = {
  padding: {
    top: `${padding.top}px`,
    right: `${padding.right}px`,
    bottom: `${padding.bottom}px`,
    left: `${padding.left}px`,
  },
  maxZoom: 1.1,
} as const;

/** Below this zoom texts cannot be read. */
const readableZoom = 0.55;

/** Fits the whole graph into the pane again when that changes its size, until somebody moves the graph by hand. */
export function useFitOnResize(layout: Layout): { current: boolean } {
  const flow = useReactFlow();
  const touched = useRef(false);
  useEffect(() => {
    const canvas = document.querySelector(".graph-canvas");
    if (canvas === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const isReadable = entry !== undefined && fitZoom(layout, entry.contentRect) > readableZoom;
      if (!touched.current && isReadable) void flow.fitView(fitOptions);
    });
    observer.observe(canvas);
    return () => observer.disconnect();
  }, [flow, layout]);
  return touched;
}

/** Keeps the node that is looked at, or the current one of the replay, in view while the camera follows. */
export function useCamera(layout: Layout): void {
  const flow = useReactFlow();
  const follow = useAppState(({ settings }) => settings.follow);
  const selected = useSelectedNode();
  const fitted = useRef<Layout>(undefined);
  useEffect(() => {
    const place = selected === undefined ? undefined : layout.places.get(selected);
    const pane = document.querySelector(".graph-canvas")?.getBoundingClientRect();
    if (!follow || place === undefined || pane === undefined) return undefined;
    const center = (zoom: number): void => {
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
      void flow.setViewport(viewportAt(place, Math.max(zoom, 0.8), layout, pane), {
        duration: still ? 0 : 250,
      });
    };
    if (fitted.current !== layout) {
      // The whole graph is shown first, where it can be read.
      const fit = fitZoom(layout, pane);
      const timer = setTimeout(() => {
        fitted.current = layout;
        if (fit < readableZoom) center(fit);
      }, 50);
      return () => clearTimeout(timer);
    }
    const now = flow.getViewport();
    if (!isInside(place, now, pane) || now.zoom < readableZoom) center(now.zoom);
    return undefined;
  }, [flow, follow, selected, layout]);
}
