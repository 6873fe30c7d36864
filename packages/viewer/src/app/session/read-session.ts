import { readLines, SourceError, type BundleSource } from "@flow-bundle/bundle";
import type { SessionBatch, SessionEnd } from "./batch.ts";
import { maxLineBytes, type SessionIndexer } from "./session-indexer.ts";

/** Lines in a batch. */
const batchLines = 4096;

/** Puts what a session's events have beyond the indexer's end into it. A last line without LF waits while the run goes on. */
export async function readSession(
  source: BundleSource,
  path: string,
  indexer: SessionIndexer,
  ended: boolean,
  onBatch: (batch: SessionBatch) => void,
): Promise<SessionEnd> {
  let torn: SessionEnd["torn"];
  let failure: string | undefined;
  try {
    const options = { start: indexer.endOffset, firstLine: indexer.count + 1, maxLineBytes };
    for await (const { lines, unterminated } of readLines(source, path, options)) {
      for (const [i, line] of lines.entries()) {
        if (unterminated && !ended && i === lines.length - 1) {
          torn = { offset: line.byteOffset, bytes: line.bytes };
          break;
        }
        indexer.push(line);
      }
      if (indexer.waiting >= batchLines) onBatch(indexer.take());
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    // A session that was just bound has no events yet.
    if (ended || error.code !== "not-found") failure = error.message;
  }
  if (indexer.waiting > 0) onBatch(indexer.take());
  return { torn, failure };
}
