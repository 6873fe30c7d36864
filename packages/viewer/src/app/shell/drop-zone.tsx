import { useRef, useState, type DragEvent, type ReactNode } from "react";
import type { Controller } from "../state/controller.ts";
import { droppedRuns } from "../source/picked-runs.ts";
import { useOpen } from "./use-open.ts";

interface Props {
  readonly controller: Controller;
  readonly children: ReactNode;
}

/** The whole page takes folders and zip archives that are dropped on it. */
export function DropZone({ controller, children }: Props) {
  const open = useOpen(controller);
  const [isOver, setIsOver] = useState(false);
  /** Of the elements below the pointer: each one that is left was entered before. */
  const depth = useRef(0);
  const setDepth = (to: number): void => {
    depth.current = Math.max(0, to);
    setIsOver(depth.current > 0);
  };
  const onDrop = (event: DragEvent): void => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    setDepth(0);
    const { dataTransfer } = event;
    open((onProgress) => droppedRuns(dataTransfer, onProgress));
  };
  return (
    <div
      className="app"
      onDragEnter={(event) => holdsFiles(event) && setDepth(depth.current + 1)}
      onDragOver={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        if (!isOver) setIsOver(true);
      }}
      onDragLeave={() => setDepth(depth.current - 1)}
      onDrop={onDrop}
    >
      {children}
      {isOver && (
        <div className="drop-hint" role="status">
          Drop a bundle, a folder of bundles, or a zip archive
        </div>
      )}
    </div>
  );
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes("Files");
}
