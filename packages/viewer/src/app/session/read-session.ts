import type { BundleSource } from "@flow-bundle/bundle";
import { readLog, type LogEnd } from "../source/read-log.ts";
import type { SessionBatch } from "./batch.ts";
import { maxLineBytes, type SessionIndexer } from "./session-indexer.ts";

/** Lines in a batch. */
const batchLines = 4096;

/**
 * Puts what a session's events have beyond the indexer's end into it. Once the run has ended a last line without LF
 * counts, as it does for `readSessionEvents`: it is somebody's last words.
 */
export async function readSession(
  source: BundleSource,
  path: string,
  indexer: SessionIndexer,
  ended: boolean,
  onBatch: (batch: SessionBatch) => void,
): Promise<LogEnd> {
  const [start, firstLine] = [indexer.endOffset, indexer.count + 1];
  const part = { path, start, firstLine, maxLineBytes, ended, lastLineCounts: true };
  const end = await readLog(source, part, (lines) => {
    for (const line of lines) indexer.push(line);
    if (indexer.waiting >= batchLines) onBatch(indexer.take());
  });
  if (indexer.waiting > 0) onBatch(indexer.take());
  return end;
}
