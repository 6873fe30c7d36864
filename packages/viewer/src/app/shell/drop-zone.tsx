import { useState, type DragEvent, type ReactNode } from "react";
import type { Controller } from "../state/controller.ts";
import { useStore } from "../state/store.ts";
import { droppedRuns } from "../source/picked-runs.ts";

interface Props {
  readonly controller: Controller;
  readonly children: ReactNode;
}

/** The whole page takes folders and zip archives that are dropped on it. */
export function DropZone({ controller, children }: Props) {
  const store = useStore();
  const [isOver, setIsOver] = useState(false);
  const onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setIsOver(true);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    droppedRuns(event.dataTransfer)
      .then((runs) => {
        if (runs.length > 0) controller.add(runs);
        else announce("There is no bundle in what was dropped.");
        return undefined;
      })
      .catch((error: unknown) => announce(String(error)));
  };
  const announce = (text: string): void => {
    store.dispatch({ type: "announced", text });
    store.dispatch({ type: "runs/failed", message: text });
  };
  return (
    <div
      className="app"
      onDragOver={onDragOver}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      {children}
      {isOver && (
        <div className="drop-hint">Drop a bundle, a folder of bundles, or a zip archive</div>
      )}
    </div>
  );
}
