import type { Store } from "../state/store.ts";

/** Something a key does. */
export interface Command {
  /** As `KeyboardEvent.key`, with `Shift+` before it where that matters: `e`, `Shift+E`, `ArrowLeft`, `?`. */
  readonly keys: readonly string[];
  readonly title: string;
  readonly group: "Page" | "Run" | "Replay" | "Panes";
  /** Only while a run is open. */
  readonly needsRun?: boolean;
  run(store: Store): void;
}
