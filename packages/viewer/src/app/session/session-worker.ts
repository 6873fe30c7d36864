import { readSessionBinding, sessionPaths } from "@flow-bundle/bundle";
import { openSource } from "../source/descriptor.ts";
import type { LoadedItem } from "./batch.ts";
import { ItemReader } from "./item-reader.ts";
import { LineReader } from "./line-reader.ts";
import type { SessionAsk, SessionReply } from "./messages.ts";
import { readSession } from "./read-session.ts";
import { SessionIndexer } from "./session-indexer.ts";

interface Opened {
  readonly indexer: SessionIndexer;
  readonly lines: LineReader;
  readonly items: ItemReader;
}

let opened: Opened | undefined;
/** Reading goes on one time after the other; items may be read meanwhile. */
let reading: Promise<void> = Promise.resolve();
/** One ask after the other, so that nothing is folded twice at a time. */
let asking: Promise<void> = Promise.resolve();

type ReadAsk = Extract<SessionAsk, { type: "read" }>;
type ItemsAsk = Extract<SessionAsk, { type: "items" }>;

self.addEventListener("message", ({ data }: MessageEvent<SessionAsk>) => {
  if (data.type === "read") reading = reading.then(() => read(data)).catch(failed);
  else asking = asking.then(() => items(data)).catch(failed);
});

async function read({ descriptor, sessionId, ended }: ReadAsk): Promise<void> {
  const source = await openSource(descriptor);
  const path = sessionPaths(sessionId).events;
  if (opened === undefined) {
    const binding = await readSessionBinding(source, sessionId);
    const known = binding.ok ? (binding.value as { acpSessionId?: unknown } | null) : undefined;
    const id = known?.acpSessionId;
    const indexer = new SessionIndexer(typeof id === "string" ? id : undefined);
    const lines = new LineReader(source, path);
    opened = { indexer, lines, items: new ItemReader(indexer, lines) };
  } else opened.lines.renew(source);
  const end = await readSession(source, path, opened.indexer, ended, (batch) => {
    reply({ type: "batch", batch });
  });
  reply({ type: "end", end });
}

async function items({ id, indices, line }: ItemsAsk): Promise<void> {
  const found: LoadedItem[] = [];
  try {
    for (const index of indices) {
      const item = await opened?.items.read(index, line);
      if (item !== undefined) found.push(item);
    }
  } finally {
    reply({ type: "items", id, items: found });
  }
}

function failed(error: unknown): void {
  const failure = error instanceof Error ? error.message : String(error);
  reply({ type: "end", end: { torn: undefined, failure } });
}

function reply(message: SessionReply): void {
  self.postMessage(message, { transfer: [] });
}
