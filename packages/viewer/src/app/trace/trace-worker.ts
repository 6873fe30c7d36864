import { loadValidators } from "@flow-bundle/schema";
import { openSource } from "../source/descriptor.ts";
import { TraceIndexer } from "./indexer.ts";
import type { TraceReply, TraceRequest } from "./messages.ts";
import { readTrace } from "./read-trace.ts";
import { referencesIn } from "./references.ts";
import { buffersOf } from "./column-buffer.ts";

let indexer: TraceIndexer | undefined;
/** The trace is read by one request after the other. */
let queue: Promise<void> = Promise.resolve();

self.addEventListener("message", ({ data }: MessageEvent<TraceRequest>) => {
  // Questions are about rows that the page knows: they need not wait until all is read.
  if (data.type !== "open" && data.type !== "grow") {
    answer(data);
    return;
  }
  queue = queue
    .then(() => read(data))
    .catch((error: unknown) => {
      const failure = error instanceof Error ? error.message : String(error);
      reply({ type: "end", end: { torn: undefined, failure } });
    });
});

type Question = Exclude<TraceRequest, { type: "open" | "grow" }>;

function answer(question: Question): void {
  const { id, row } = question;
  switch (question.type) {
    case "attempt":
      return reply({ type: "attempt", id, attempt: indexer?.attempt(question.attemptId, row) });
    case "view":
      return reply({ type: "view", id, view: indexer?.view(row) });
    case "references": {
      const references = indexer === undefined ? new Map() : referencesIn(indexer.view(row));
      return reply({ type: "references", id, references });
    }
  }
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
