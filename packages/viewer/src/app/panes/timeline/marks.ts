import type { TraceTable } from "../../trace/trace-table.ts";
import { partitionPoint } from "../../sorted/partition-point.ts";
import type { SessionSpan } from "./session-spans.ts";

/** Spans of sessions with the attempt that each lies in, by index of the attempt. */
export type SpansByAttempt = ReadonlyMap<number, readonly SessionSpan[]>;

/** Finds for each span the attempt that used its session at that time. Spans outside of any attempt are left out. */
export function spansByAttempt(table: TraceTable, spans: readonly SessionSpan[]): SpansByAttempt {
  const attempts = new Map<string, { index: number; from: number; to: number }[]>();
  for (const { index, sessionId, startedAt, finishedAt } of table.attempts) {
    if (sessionId === undefined || !Number.isFinite(startedAt)) continue;
    const list = attempts.get(sessionId) ?? [];
    attempts.set(sessionId, list);
    list.push({ index, from: startedAt, to: finishedAt ?? Number.POSITIVE_INFINITY });
  }
  const found = new Map<number, SessionSpan[]>();
  for (const span of spans) {
    const list = attempts.get(span.sessionId) ?? [];
    const begun = partitionPoint(list.length, (i) => (list[i]?.from ?? Infinity) <= span.from);
    const place = list[begun - 1];
    if (place === undefined || span.from > place.to) continue;
    const own = found.get(place.index) ?? [];
    found.set(place.index, own);
    own.push(span);
  }
  return found;
}

/** Times of the heartbeats of each node, in the order of the trace. */
export function heartbeatsByNode(table: TraceTable): ReadonlyMap<string, readonly number[]> {
  const type = table.types.indexOf("node_heartbeat");
  const found = new Map<string, number[]>();
  if (type === -1) return found;
  const { types, times, attempts } = table.columns;
  for (let row = 0; row < table.rowCount; row++) {
    if (types[row] !== type) continue;
    const node = table.attempts[attempts[row] ?? -1]?.nodeId;
    const time = times[row] ?? Number.NaN;
    if (node === undefined || !Number.isFinite(time)) continue;
    const list = found.get(node) ?? [];
    found.set(node, list);
    list.push(time);
  }
  return found;
}
