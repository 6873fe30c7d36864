import type { TraceTable } from "../../trace/trace-table.ts";

/** The last row at or before a moment; -1 when there is none. Times that go back are passed over by what came before. */
export function rowAtTime(table: TraceTable, time: number): number {
  const { times } = table.columns;
  let found = -1;
  for (let row = 0; row < table.rowCount; row++) {
    const own = times[row] ?? Number.NaN;
    if (own > time) break;
    found = row;
  }
  return found;
}
