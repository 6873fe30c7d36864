import type { BundleSource } from "@flow-bundle/bundle";
import { readLog, type LogEnd } from "../source/read-log.ts";
import type { Batch } from "./batch.ts";
import type { TraceIndexer } from "./indexer.ts";

/** Most rows in a batch: what a batch brings is put in place at once. */
const mostRows = 16_384;
/** Bytes in the first batch: soon there is something to be seen. Each next one has twice as many, up to the most. */
const firstBytes = 256 * 1024;
const mostBytes = 2 * 1024 * 1024;

/**
 * Puts what the trace has beyond the indexer's end into the indexer. A last line without LF waits while the run has not
 * ended; in a run that has, nobody knows whether it is whole, and it is left out.
 */
export async function readTrace(
  source: BundleSource,
  indexer: TraceIndexer,
  ended: boolean,
  onBatch: (batch: Batch) => void,
): Promise<LogEnd> {
  let taken = { rows: indexer.rowCount, offset: indexer.endOffset };
  let batchBytes = firstBytes;
  const hand = (): void => {
    if (indexer.rowCount === taken.rows) return;
    onBatch(indexer.take());
    taken = { rows: indexer.rowCount, offset: indexer.endOffset };
    batchBytes = Math.min(2 * batchBytes, mostBytes);
  };
  const part = { path: "trace.ndjson", start: taken.offset, firstLine: taken.rows + 1, ended };
  const end = await readLog(source, part, (lines) => {
    for (const line of lines) indexer.push(line);
    const rows = indexer.rowCount - taken.rows;
    if (rows >= mostRows || indexer.endOffset - taken.offset >= batchBytes) hand();
  });
  hand();
  return end;
}
