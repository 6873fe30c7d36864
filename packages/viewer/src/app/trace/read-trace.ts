import { readLines, SourceError, type BundleSource } from "@flow-bundle/bundle";
import type { Batch, TraceEnd } from "./batch.ts";
import type { TraceIndexer } from "./indexer.ts";

const traceFile = "trace.ndjson";

/** Rows in a batch: large enough to be few messages, small enough that the page stays quick while they come. */
const batchRows = 4096;

/**
 * Puts what the trace has beyond the indexer's end into the indexer. A last line without LF waits while the run has not
 * ended.
 */
export async function readTrace(
  source: BundleSource,
  indexer: TraceIndexer,
  ended: boolean,
  onBatch: (batch: Batch) => void,
): Promise<TraceEnd> {
  let torn: TraceEnd["torn"];
  let failure: string | undefined;
  let waiting = 0;
  try {
    const options = { start: indexer.endOffset, firstLine: indexer.rowCount + 1 };
    for await (const { lines, unterminated } of readLines(source, traceFile, options)) {
      for (const [i, line] of lines.entries()) {
        if (unterminated && !ended && i === lines.length - 1) {
          torn = { offset: line.byteOffset, bytes: line.bytes };
          break;
        }
        indexer.push(line);
        waiting += 1;
      }
      if (waiting >= batchRows) {
        onBatch(indexer.take());
        waiting = 0;
      }
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    // A run that has just started has no trace yet.
    if (ended || error.code !== "not-found") failure = error.message;
  }
  if (waiting > 0) onBatch(indexer.take());
  return { torn, failure };
}
