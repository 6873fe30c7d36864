import type { ComponentType } from "react";
import type { TabId } from "../state/selection.ts";

/** A pane of an open run. It takes what it shows from the hooks in `state/`; there are no props. */
export interface Pane {
  readonly id: TabId;
  readonly title: string;
  /** `main` panes are always there in a wide window; `detail` panes share one area, as tabs. */
  readonly place: "main" | "detail";
  readonly component: ComponentType;
}
