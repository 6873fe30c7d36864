import type {
  ConversationRange,
  SessionBinding,
  SessionEvent,
  SessionRecord,
} from "@flow-bundle/schema";

/** A conversation range that the trace claims for an attempt, from its node_outcome. */
export interface ClaimedRange {
  readonly attemptId: string;
  readonly nodeId: string;
  readonly outcome: string;
  readonly range: ConversationRange;
  /** Trace line of the node_outcome. */
  readonly line: number;
  readonly seq: number;
  /** Path and digest of the raw response, when the outcome has one. */
  readonly rawResponsePath?: string;
}

/** One session directory, its documents read and checked against their schemas. */
export interface SessionContext {
  readonly sessionId: string;
  /** `sessions/<id>`. */
  readonly directory: string;
  /** Undefined when the file is absent or bad (then a finding of another rule says so). */
  readonly binding: SessionBinding | undefined;
  readonly record: SessionRecord | undefined;
  /** Exact bytes of binding.json. */
  readonly bindingBytes: Uint8Array | undefined;
  readonly claimed: readonly ClaimedRange[];
  /** True when events.ndjson exists. */
  readonly hasEvents: boolean;
}

/** A good line of events.ndjson. */
export interface SessionLine {
  readonly event: SessionEvent;
  readonly line: number;
  readonly byteOffset: number;
}
