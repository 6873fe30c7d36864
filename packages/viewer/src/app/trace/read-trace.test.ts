import { memorySource } from "@flow-bundle/bundle";
import { loadValidators } from "@flow-bundle/schema";
import { expect, test } from "vitest";
import type { AttemptRow, Batch } from "./batch.ts";
import { TraceIndexer } from "./indexer.ts";
import { readTrace } from "./read-trace.ts";
import { TraceTable } from "./trace-table.ts";

const start = Date.parse("2026-01-01T00:00:00.000Z");
const count = 30_000;

function line(i: number): string {
  const attemptId = `n#${Math.floor(i / 3)}`;
  const at = new Date(start + i).toISOString();
  const base = { seq: i + 1, at, runId: "r", scope: "node", nodeId: "n", attemptId };
  const payloads = [
    ["node_started", { nodeType: "compute", timeoutMs: 1000 }],
    ["node_heartbeat", { statusDetail: `part ${i}` }],
    ["node_outcome", { nodeType: "compute", outcome: "ok", durationMs: 2, error: null }],
  ] as const;
  const [type, payload] = payloads[(i % 3) as 0 | 1 | 2];
  return JSON.stringify({ ...base, type, payload });
}

test("batches come soon, then large, and follow each other", async () => {
  const text = `${Array.from({ length: count }, (_, i) => line(i)).join("\n")}\n`;
  const source = memorySource("m", new Map([["trace.ndjson", text]]));
  const indexer = new TraceIndexer(await loadValidators("1.1"), "1.1", undefined);
  const table = new TraceTable();
  const batches: Pick<Batch, "firstRow" | "endOffset">[] = [];
  const seen: unknown[] = [];
  const end = await readTrace(source, indexer, true, (batch) => {
    expect(batch.firstRow).toBe(table.rowCount);
    batches.push({ firstRow: batch.firstRow, endOffset: batch.endOffset });
    table.append(batch);
    // What is asked in between is answered as it is answered in the end.
    seen.push(indexer.attempt("n#70", 212));
  });
  expect(end).toEqual({ torn: undefined, failure: undefined });
  expect(table.rowCount).toBe(count);
  expect(table.attempts.length).toBe(count / 3);
  expect(batches[0]?.endOffset).toBeLessThan(400_000);
  expect(batches.length).toBeLessThan(10);
  expect(new Set(seen.map((view) => JSON.stringify(view))).size).toBe(1);
  expect(seen[0]).toMatchObject({ attemptId: "n#70", outcome: "ok", finishedSeq: 213 });
  const place = (index: number) => table.placeAtNode(table.attempts[index] as AttemptRow);
  expect(place(70)).toMatchObject({
    number: 71,
    count: count / 3,
    previous: { attemptId: "n#69" },
    next: { attemptId: "n#71" },
  });
  expect([place(0).previous, place(count / 3 - 1).next]).toEqual([undefined, undefined]);
});
