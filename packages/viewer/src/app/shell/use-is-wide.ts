import { useSyncExternalStore } from "react";

const query = matchMedia("(min-width: 60rem)");

/** Whether there is room for the graph beside the details. */
export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}

function subscribe(listener: () => void): () => void {
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}
