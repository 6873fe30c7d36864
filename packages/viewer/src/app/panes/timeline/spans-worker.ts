import { readLines, readSessionBinding, sessionPaths, SourceError } from "@flow-bundle/bundle";
import { openSource, type SourceDescriptor } from "../../source/descriptor.ts";
import { SpanCollector, type SessionSpan } from "./session-spans.ts";

/** What the page asks: the spans of these sessions. */
export interface SpansRequest {
  readonly descriptor: SourceDescriptor;
  readonly sessionIds: readonly string[];
}

/** What it gets. */
export interface SpansReply {
  readonly spans: readonly SessionSpan[];
  /** More than this were found; the rest is left out. */
  readonly isCut: boolean;
  /** Sessions whose events cannot be read. */
  readonly unread: readonly string[];
}

/** Most spans of a run. */
const mostSpans = 20_000;

self.addEventListener("message", ({ data }: MessageEvent<SpansRequest>) => {
  void collect(data).then((reply) => self.postMessage(reply, { transfer: [] }));
});

async function collect({ descriptor, sessionIds }: SpansRequest): Promise<SpansReply> {
  const source = await openSource(descriptor);
  const spans: SessionSpan[] = [];
  const unread: string[] = [];
  for (const sessionId of sessionIds) {
    const binding = await readSessionBinding(source, sessionId);
    const known = binding.ok ? (binding.value as { acpSessionId?: unknown } | null) : undefined;
    const acpSessionId = known?.acpSessionId;
    const collector = new SpanCollector(
      sessionId,
      typeof acpSessionId === "string" ? acpSessionId : undefined,
    );
    try {
      for await (const { lines } of readLines(source, sessionPaths(sessionId).events)) {
        for (const { text, line } of lines) collector.push(text, line);
        if (spans.length + collector.spans.length > mostSpans) break;
      }
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      unread.push(sessionId);
    }
    spans.push(...collector.spans);
    if (spans.length > mostSpans) break;
  }
  return { spans: spans.slice(0, mostSpans), isCut: spans.length > mostSpans, unread };
}
