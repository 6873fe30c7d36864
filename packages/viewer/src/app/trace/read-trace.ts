import { readLines, SourceError, type BundleSource } from "@flow-bundle/bundle";
import type { Batch, TraceEnd } from "./batch.ts";
import type { TraceIndexer } from "./indexer.ts";

const traceFile = "trace.ndjson";

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
): Promise<TraceEnd> {
  let torn: TraceEnd["torn"];
  let failure: string | undefined;
  let taken = { rows: indexer.rowCount, offset: indexer.endOffset };
  let batchBytes = firstBytes;
  const hand = (): void => {
    if (indexer.rowCount === taken.rows) return;
    onBatch(indexer.take());
    taken = { rows: indexer.rowCount, offset: indexer.endOffset };
    batchBytes = Math.min(2 * batchBytes, mostBytes);
  };
  try {
    const options = { start: indexer.endOffset, firstLine: indexer.rowCount + 1 };
    for await (const { lines, unterminated } of readLines(source, traceFile, options)) {
      for (const [i, line] of lines.entries()) {
        if (unterminated && i === lines.length - 1) {
          if (ended) failure = `The last line (${line.line}) does not end with LF, and is left out`;
          else torn = { offset: line.byteOffset, bytes: line.bytes };
          break;
        }
        indexer.push(line);
      }
      const rows = indexer.rowCount - taken.rows;
      if (rows >= mostRows || indexer.endOffset - taken.offset >= batchBytes) hand();
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    // A run that has just started has no trace yet.
    if (ended || error.code !== "not-found") failure = error.message;
  }
  hand();
  return { torn, failure };
}
