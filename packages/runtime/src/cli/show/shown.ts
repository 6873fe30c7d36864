import type { AttemptState, Fold, OpenBundle } from "@flow-bundle/bundle";
import type { RunPlace } from "../../runs/find-run.ts";
import type { RunCondition } from "../../runs/run-facts.ts";
import type { Paint } from "../colour.ts";
import type { ExcerptLimits } from "../excerpt.ts";

/** The run that is shown, and how. */
export interface Shown {
  readonly place: RunPlace;
  readonly bundle: OpenBundle;
  /** After all events that are valid. */
  readonly fold: Fold;
  /** Lines of the trace with events that are not. */
  readonly leftOut: readonly number[];
  /** The run as commands can name it. */
  readonly name: string;
  /** The command that goes on with it. */
  readonly resume: string;
  readonly condition: RunCondition;
  /** Process that writes, or wrote. */
  readonly pid?: number;
  readonly paint: Paint;
  readonly limits: ExcerptLimits;
}

/** Receipts of an attempt: of its outcome, else of the events before. */
export function receiptsOf({ receipts, earlier }: AttemptState): AttemptState["earlier"] {
  return { ...earlier, ...receipts };
}
