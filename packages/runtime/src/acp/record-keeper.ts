import {
  createRecordFold,
  readSessionEvents,
  readSessionRecord,
  recordFacts,
} from "@flow-bundle/bundle";
import type { BundleSource, RecordFacts, RecordFold, SessionWriter } from "@flow-bundle/bundle";
import type { SessionBinding, SessionEvent, SessionRecord } from "@flow-bundle/schema";
import type { AgentExit, AgentProcess } from "./agent-process.ts";
import type { EventSink } from "./recorder.ts";

/** Keeps the record of one session up with its events. */
export class RecordKeeper implements EventSink {
  #fold: RecordFold | undefined;
  #facts: RecordFacts = { createdAt: "" };
  #hasNews = false;

  /** The session gets its binding: no event was applied yet. */
  begin(binding: SessionBinding, createdAt: string): void {
    this.#fold = createRecordFold(binding);
    this.#facts = { ...this.#facts, createdAt };
  }

  /** That of a session which an earlier process bound, from what it left. */
  static async restore(
    source: BundleSource,
    { id, binding }: SessionWriter,
  ): Promise<RecordKeeper> {
    const keeper = new RecordKeeper();
    const known = await readSessionRecord(source, id);
    const record = known.ok ? (known.value as SessionRecord) : undefined;
    keeper.begin(binding, record?.createdAt ?? "");
    if (record !== undefined) keeper.#facts = recordFacts(record);
    for await (const { event } of readSessionEvents(source, id)) {
      const { at } = event as unknown as SessionEvent;
      // The record of a run whose process died may be gone; its time of birth is that of its first event.
      if (keeper.#facts.createdAt === "") keeper.#facts = { createdAt: at };
      keeper.apply(event as unknown as SessionEvent);
    }
    keeper.#hasNews = record?.lastSeq !== keeper.#fold?.lastSeq;
    return keeper;
  }

  get messages(): number {
    return this.#fold?.messageCount ?? 0;
  }

  /** True when the record was not asked for since the last news. */
  get hasNews(): boolean {
    return this.#hasNews;
  }

  apply(event: SessionEvent): void {
    this.#fold?.apply(event);
    this.#hasNews = true;
  }

  agentStarted(agent: AgentProcess): void {
    this.#tell({ agentStartedAt: timeOf(agent.startedAt) });
  }

  agentEnded({ exitCode, signal, at, reason }: AgentExit): void {
    this.#tell({
      lastAgentExitCode: exitCode,
      lastAgentExitSignal: signal,
      lastAgentExitAt: timeOf(at),
      lastAgentDisconnectReason: reason,
    });
  }

  closed(at: number): void {
    this.#tell({ closed: true, closedAt: timeOf(at) });
  }

  /** The record as it is now. */
  record(): SessionRecord {
    if (this.#fold === undefined) throw new Error("The session is not bound");
    this.#hasNews = false;
    return this.#fold.record(this.#facts);
  }

  #tell(facts: Partial<RecordFacts>): void {
    this.#facts = { ...this.#facts, ...facts };
    this.#hasNews = true;
  }
}

function timeOf(ms: number): string {
  return new Date(ms).toISOString();
}
