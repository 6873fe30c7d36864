import { useCallback, useEffect, useState, type RefObject } from "react";

/** The part of the axis that is shown. */
export interface Window {
  readonly left: number;
  readonly right: number;
}

/** The whole axis. */
export const whole: Window = { left: 0, right: 1 };

/** A window of at least some size that lies within the axis. */
export function clamp(left: number, right: number): Window {
  const size = Math.min(Math.max(right - left, 1e-7), 1);
  const start = Math.min(Math.max(left, 0), 1 - size);
  return size === 1 ? whole : { left: start, right: start + size };
}

/** A window zoomed by a factor (over 1: nearer), with one place of the axis where it was. */
export function zoomed({ left, right }: Window, factor: number, around: number): Window {
  return clamp(around - (around - left) / factor, around + (right - around) / factor);
}

/** The window, moved by the wheel: with Ctrl (or pinching) it zooms, sideways or with Shift it moves. */
export function useView(track: RefObject<HTMLElement | null>, labelWidth: number) {
  const [view, setView] = useState(whole);
  useEffect(() => {
    const element = track.current;
    if (element === null) return undefined;
    const onWheel = (event: WheelEvent): void => {
      const box = element.getBoundingClientRect();
      const width = Math.max(element.clientWidth - labelWidth, 1);
      const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
      if (event.ctrlKey) {
        event.preventDefault();
        const share = (event.clientX - box.left - labelWidth) / width;
        setView((old) => {
          const around = old.left + Math.min(Math.max(share, 0), 1) * (old.right - old.left);
          return zoomed(old, Math.exp(-event.deltaY / 200), around);
        });
      } else if (sideways !== 0) {
        event.preventDefault();
        setView((old) => {
          const by = (sideways / width) * (old.right - old.left);
          return clamp(old.left + by, old.right + by);
        });
      }
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, [track, labelWidth]);
  const zoom = useCallback(
    (factor: number, around?: number) =>
      setView((old) => zoomed(old, factor, around ?? (old.left + old.right) / 2)),
    [],
  );
  return { view, setView, zoom };
}

/** Width of an element's content, in pixels; 0 before it is known. */
export function useWidth(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
