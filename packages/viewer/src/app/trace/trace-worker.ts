import { loadValidators } from "@flow-bundle/schema";
import { openSource } from "../source/descriptor.ts";
import { TraceIndexer } from "./indexer.ts";
import type { TraceReply, TraceRequest } from "./messages.ts";
import { readTrace } from "./read-trace.ts";
import { buffersOf } from "./column-buffer.ts";

let indexer: TraceIndexer | undefined;
/** The trace is read by one request after the other. */
let queue: Promise<void> = Promise.resolve();

self.addEventListener("message", ({ data }: MessageEvent<TraceRequest>) => {
  // Questions are about rows that the page knows: they need not wait until all is read.
  if (data.type === "attempt" || data.type === "view") answer(data);
  else
    queue = queue
      .then(() => read(data))
      .catch((error: unknown) => {
        const failure = error instanceof Error ? error.message : String(error);
        reply({ type: "end", end: { torn: undefined, failure } });
      });
});

type Question = Extract<TraceRequest, { type: "attempt" | "view" }>;

function answer(question: Question): void {
  const { type, id, row } = question;
  if (type === "view") reply({ type, id, view: indexer?.view(row) });
  else reply({ type, id, attempt: indexer?.attempt(question.attemptId, row) });
}

async function read(request: Exclude<TraceRequest, Question>): Promise<void> {
  const { descriptor, ended } = request;
  if (request.type === "open") {
    const { version, head } = request;
    indexer = new TraceIndexer(await loadValidators(version), version, head);
  }
  if (indexer === undefined) return;
  const source = await openSource(descriptor);
  const end = await readTrace(source, indexer, ended, (batch) => {
    reply({ type: "batch", batch }, [...buffersOf(batch.rows), ...buffersOf(batch.changes)]);
  });
  reply({ type: "end", end });
}

function reply(message: TraceReply, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
