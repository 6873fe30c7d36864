import { useCallback } from "react";
import type { OnProgress } from "../source/describe-runs.ts";
import type { Controller } from "../state/controller.ts";
import type { ListedRun } from "../state/state.ts";
import { useStore } from "../state/store.ts";

/** Least time between two sentences about the progress. */
const tellMs = 100;

/** Opens what was picked or dropped, and says what becomes of it. */
export function useOpen(
  controller: Controller,
): (read: (onProgress: OnProgress) => Promise<readonly ListedRun[]>) => void {
  const store = useStore();
  return useCallback(
    (read) => {
      const fail = (message: string | undefined): void => {
        store.dispatch({ type: "runs/failed", message });
      };
      let told = Number.NEGATIVE_INFINITY;
      read((sentence) => {
        const now = performance.now();
        if (now - told < tellMs) return;
        told = now;
        store.dispatch({ type: "runs/reading", sentence });
      })
        .then((runs) => {
          if (runs.length > 0) controller.add(runs);
          else {
            fail(
              "There is no bundle in it: no folder with a manifest.json, flow.json or trace.ndjson.",
            );
          }
          return undefined;
        })
        .catch((error: unknown) => {
          // Somebody closed the picker.
          if (error instanceof DOMException && error.name === "AbortError") fail(undefined);
          else {
            const message = error instanceof Error ? error.message : String(error);
            fail(`It cannot be opened: ${message}`);
          }
        });
    },
    [controller, store],
  );
}
