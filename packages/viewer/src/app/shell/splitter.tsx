import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import "./splitter.css";
import { clampShare, shareAfterKey, type Limits } from "./split.ts";

interface Props {
  /** What it moves, for screen readers: "Width of the graph". */
  readonly label: string;
  /** `row`: two areas side by side; `column`: one below the other. */
  readonly direction: "row" | "column";
  readonly limits: Limits;
  /** The share of the area before it, in percent, that somebody chose; undefined where the page chooses. */
  readonly share: number | undefined;
  /** Undefined gives it back to the page. */
  readonly onMove: (share: number | undefined) => void;
}

/** The edge between two areas of a grid. It is moved by pointer or keys; a double click or Enter puts it back. */
export function Splitter({ label, direction, limits, share, onMove }: Props) {
  const edge = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState(50);
  const now = clampShare(share ?? measured, limits);
  useEffect(() => {
    const before = edge.current?.previousElementSibling;
    if (!before) return undefined;
    const observer = new ResizeObserver(() =>
      setMeasured(Math.round(shareOf(edge.current, direction))),
    );
    observer.observe(before);
    return () => observer.disconnect();
  }, [direction]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter") onMove(undefined);
    else {
      const next = shareAfterKey(event.key, now, direction, limits);
      if (next === undefined) return;
      onMove(next);
    }
    event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (box === undefined) return;
    const part =
      direction === "row"
        ? (event.clientX - box.left) / box.width
        : (event.clientY - box.top) / box.height;
    onMove(clampShare(part * 100, limits));
  };
  return (
    // oxlint-disable-next-line no-noninteractive-element-interactions -- a separator with a value is a control
    <div
      ref={edge}
      className="splitter"
      role="separator"
      aria-label={label}
      aria-orientation={direction === "row" ? "vertical" : "horizontal"}
      aria-valuemin={limits.min}
      aria-valuemax={limits.max}
      aria-valuenow={now}
      aria-valuetext={`${now} percent`}
      // oxlint-disable-next-line no-noninteractive-tabindex -- as above
      tabIndex={0}
      title="Drag to resize; double click to reset"
      data-direction={direction}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.focus();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onDoubleClick={() => onMove(undefined)}
    />
  );
}

/** How much of the parent the area before the edge has now, in percent. */
function shareOf(edge: HTMLElement | null, direction: "row" | "column"): number {
  const before = edge?.previousElementSibling?.getBoundingClientRect();
  const all = edge?.parentElement?.getBoundingClientRect();
  if (before === undefined || all === undefined) return 50;
  const [part, whole] =
    direction === "row" ? [before.width, all.width] : [before.height, all.height];
  return whole === 0 ? 50 : (100 * part) / whole;
}
