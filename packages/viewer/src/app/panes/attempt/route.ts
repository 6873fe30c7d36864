import type { Flow } from "@flow-bundle/schema";
import { branchBetween } from "../graph/flow-model.ts";
import type { AttemptRow } from "../../trace/batch.ts";
import type { TraceTable } from "../../trace/trace-table.ts";

/** The way the run took through an attempt. */
export interface Route {
  readonly before: AttemptRow | undefined;
  readonly after: AttemptRow | undefined;
  /** The values that lead from this node to that of `after`, and what is looked at; undefined where nothing is chosen. */
  readonly choice: { readonly on: string; readonly values: readonly string[] } | undefined;
}

/** What came before and after an attempt by a row, and which branch of the flow leads there. */
export function routeOf(
  table: TraceTable,
  flow: Flow | undefined,
  attempt: AttemptRow,
  row: number,
): Route {
  const before = table.attempts[attempt.index - 1];
  const next = table.attempts[attempt.index + 1];
  const after = next !== undefined && next.startedRow <= row ? next : undefined;
  const choice =
    after === undefined || flow === undefined
      ? undefined
      : branchBetween(flow, attempt.nodeId, after.nodeId);
  return { before, after, choice };
}
