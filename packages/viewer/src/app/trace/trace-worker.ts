import { loadValidators } from "@flow-bundle/schema";
import { openSource } from "../source/descriptor.ts";
import { TraceIndexer } from "./indexer.ts";
import type { TraceReply, TraceRequest } from "./messages.ts";
import { readTrace } from "./read-trace.ts";
import { buffersOf } from "./row-buffer.ts";

let indexer: TraceIndexer | undefined;
/** Requests are answered one after the other, so that an answer never sees half a batch. */
let queue: Promise<void> = Promise.resolve();

self.addEventListener("message", ({ data }: MessageEvent<TraceRequest>) => {
  queue = queue
    .then(() => answer(data))
    .catch((error: unknown) => {
      const failure = error instanceof Error ? error.message : String(error);
      reply({ type: "end", end: { torn: undefined, failure } });
    });
});

async function answer(request: TraceRequest): Promise<void> {
  switch (request.type) {
    case "open": {
      const { descriptor, version, head, ended } = request;
      indexer = new TraceIndexer(await loadValidators(version), version, head);
      return read(indexer, descriptor, ended);
    }
    case "grow":
      if (indexer !== undefined) await read(indexer, request.descriptor, request.ended);
      return undefined;
    case "attempt": {
      const { id, attemptId, row } = request;
      return reply({ type: "attempt", id, attempt: indexer?.attempt(attemptId, row) });
    }
    case "view":
      if (indexer !== undefined) {
        reply({ type: "view", id: request.id, view: indexer.view(request.row) });
      }
      return undefined;
  }
}

type OpenRequest = Extract<TraceRequest, { type: "open" }>;

async function read(
  into: TraceIndexer,
  descriptor: OpenRequest["descriptor"],
  ended: boolean,
): Promise<void> {
  const source = await openSource(descriptor);
  const end = await readTrace(source, into, ended, (batch) => {
    reply({ type: "batch", batch }, buffersOf(batch.rows));
  });
  reply({ type: "end", end });
}

function reply(message: TraceReply, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
