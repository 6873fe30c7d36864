import type { RunState } from "../../state/state.ts";
import { outcomeAt } from "../../trace/trace-table.ts";

/** What the run did at a node, up to a row. */
export interface NodeOverlay {
  readonly attempts: number;
  /** Id of the last attempt; undefined when there was none. */
  readonly attemptId: string | undefined;
  /** Of the last attempt. `waiting`: the run waits at this node. */
  readonly outcome: "ok" | "failed" | "timed_out" | "cancelled" | "open" | "waiting" | undefined;
  /** How long the last attempt took, in milliseconds; while it is open, up to the row. */
  readonly ms: number | undefined;
}

/** See {@link NodeOverlay}. */
export function overlayOf({ table }: RunState, nodeId: string, row: number): NodeOverlay {
  const { count, last } = table.attemptsOfAt(nodeId, row);
  if (last === undefined) {
    return { attempts: 0, attemptId: undefined, outcome: undefined, ms: undefined };
  }
  const outcome = outcomeAt(last, row);
  const waits = table.stateAt(row)?.waitingOn === nodeId;
  const isOpen = outcome === "open";
  const now = table.row(row)?.time ?? Number.NaN;
  return {
    attempts: count,
    attemptId: last.attemptId,
    outcome: waits ? "waiting" : outcome,
    ms: isOpen
      ? now - last.startedAt
      : (last.durationMs ?? (last.finishedAt ?? 0) - last.startedAt),
  };
}
