import type { SessionBinding, SessionEvent, SessionRecord } from "@flow-bundle/schema";
import { sessionPaths } from "../lookup/session.ts";
import { decodeAgentAnswer, decodePromptAnswer, decodeSessionAnswer } from "../session/answers.ts";
import { decodeContentBlock } from "../session/content-block.ts";
import { isPrompt, SessionProtocol } from "../session/protocol.ts";
import type { SessionMessage, SessionRequest } from "../session/protocol.ts";
import { listAt, textAt } from "../session/values.ts";
import { Messages } from "./messages.ts";
import { SessionFacts } from "./state.ts";

/** What a record says that no message tells. Times are `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export interface RecordFacts {
  readonly createdAt: string;
  /** Default false. */
  readonly closed?: boolean;
  readonly closedAt?: string;
  readonly pid?: number;
  readonly agentStartedAt?: string;
  readonly lastAgentExitCode?: number | null;
  readonly lastAgentExitSignal?: string | null;
  readonly lastAgentExitAt?: string;
  readonly lastAgentDisconnectReason?: string;
}

/** Positions of messages in a record, from 0, both included. Without messages the end is one before the start. */
export interface MessageRange {
  readonly messageStart: number;
  readonly messageEnd: number;
}

/** Derives the record of a session from its events. */
export interface RecordFold {
  /** `seq` of the last event; 0 before the first. */
  readonly lastSeq: number;
  /** Number of messages that the record has so far. */
  readonly messageCount: number;
  /** Takes the next event. Whatever its message holds, it does not throw; what is not of the protocol is passed over. */
  apply(event: SessionEvent): void;
  /** The messages from the first prompt on that was sent with or after the event with this `seq`. */
  messagesFrom(seq: number): MessageRange;
  /** The record after the last event. It shares values with the events. */
  record(facts: RecordFacts): SessionRecord;
}

/** Begins the record of a session; see spec/text/sessions.md, session-record-derived. Nothing is cut or left out. */
export function createRecordFold(binding: SessionBinding): RecordFold {
  return new EventFold(binding);
}

/** What an existing record says that its events do not tell. */
export function recordFacts(record: SessionRecord): RecordFacts {
  const { createdAt, closed, closedAt, pid, agentStartedAt } = record;
  const { lastAgentExitCode, lastAgentExitSignal, lastAgentExitAt } = record;
  const { lastAgentDisconnectReason } = record;
  return {
    createdAt,
    closed,
    ...(closedAt !== undefined && { closedAt }),
    ...(pid !== undefined && { pid }),
    ...(agentStartedAt !== undefined && { agentStartedAt }),
    ...(lastAgentExitCode !== undefined && { lastAgentExitCode }),
    ...(lastAgentExitSignal !== undefined && { lastAgentExitSignal }),
    ...(lastAgentExitAt !== undefined && { lastAgentExitAt }),
    ...(lastAgentDisconnectReason !== undefined && { lastAgentDisconnectReason }),
  };
}

class EventFold implements RecordFold {
  lastSeq = 0;
  readonly #binding: SessionBinding;
  readonly #messages: Messages;
  readonly #facts = new SessionFacts();
  readonly #protocol: SessionProtocol;
  #lastAt: string | undefined;
  #lastPromptAt: string | undefined;
  #messagesAt: string | undefined;
  #lastRequestId: string | undefined;

  constructor(binding: SessionBinding) {
    this.#binding = binding;
    this.#messages = new Messages(binding.bundleId);
    this.#protocol = new SessionProtocol(binding.acpSessionId);
  }

  get messageCount(): number {
    return this.#messages.count;
  }

  apply({ seq, at, direction, message }: SessionEvent): void {
    this.lastSeq = seq;
    this.#lastAt = at;
    const decoded = this.#protocol.next(seq, direction, message);
    switch (decoded.kind) {
      case "request":
        if (decoded.request.outbound) this.#request(at, decoded.request);
        return;
      case "update":
        this.#update(seq, at, decoded);
        return;
      case "answer":
        if (decoded.request.outbound) this.#answer(decoded);
    }
  }

  messagesFrom(seq: number): MessageRange {
    const messageStart = this.#messages.promptFrom(seq) ?? this.#messages.count;
    return { messageStart, messageEnd: this.#messages.count - 1 };
  }

  record(facts: RecordFacts): SessionRecord {
    const { bundleId, acpxRecordId, acpSessionId, agentSessionId } = this.#binding;
    const { agentCommand, agentArgv, cwd, name } = this.#binding;
    const { title, protocolVersion, agentCapabilities, tokens, cost } = this.#facts;
    const { createdAt, closed = false, ...more } = facts;
    return {
      schema: "acpx.session.v1",
      acpxRecordId,
      acpSessionId,
      ...(agentSessionId !== undefined && { agentSessionId }),
      agentCommand,
      ...(agentArgv !== undefined && { agentArgv: [...agentArgv] }),
      cwd,
      name,
      createdAt,
      lastUsedAt: this.#lastAt ?? createdAt,
      lastSeq: this.lastSeq,
      ...(this.#lastRequestId !== undefined && { lastRequestId: this.#lastRequestId }),
      eventLog: {
        active_path: sessionPaths(bundleId).events,
        segment_count: 1,
        max_segment_bytes: 64 * 1024 * 1024,
        max_segments: 1,
        ...(this.#lastAt !== undefined && { last_write_at: this.#lastAt }),
        last_write_error: null,
      },
      closed,
      ...more,
      ...(this.#lastPromptAt !== undefined && { lastPromptAt: this.#lastPromptAt }),
      ...(protocolVersion !== undefined && { protocolVersion }),
      ...(agentCapabilities !== undefined && { agentCapabilities }),
      title,
      messages: this.#messages.toRecord(),
      updated_at: this.#messagesAt ?? createdAt,
      cumulative_token_usage: tokens,
      ...(cost !== undefined && { cumulative_cost: cost }),
      request_token_usage: Object.fromEntries(this.#facts.tokensByPrompt),
      acpx: this.#facts.acpx(),
    };
  }

  #request(at: string, request: SessionRequest): void {
    this.#lastRequestId = String(request.id);
    if (!isPrompt(request)) return;
    const blocks = listAt(request.params, "prompt").map(decodeContentBlock);
    this.#messages.prompt(request.position, blocks);
    this.#lastPromptAt = at;
    this.#messagesAt = at;
  }

  #update(seq: number, at: string, { update, origin }: Decoded<"update">): void {
    if (origin === "other") return;
    const isNew = origin === "session";
    this.#facts.update(update, isNew ? this.#messages.lastPromptId : undefined);
    if (isNew && this.#messages.update(seq, update)) this.#messagesAt = at;
  }

  #answer({ request, result }: Decoded<"answer">): void {
    // After an answer, be it an error, nothing more belongs to the turn.
    if (isPrompt(request) && request.turn === this.#protocol.turn) this.#messages.endTurn();
    if (result === undefined) return;
    switch (request.method) {
      case "initialize":
        this.#facts.agent(decodeAgentAnswer(result));
        return;
      case "session/prompt": {
        const promptId = this.#messages.promptId(request.position);
        this.#facts.usage(promptId, decodePromptAnswer(result).usage);
        return;
      }
      case "session/set_mode":
        this.#facts.modeId = textAt(request.params, "modeId") ?? this.#facts.modeId;
        return;
      default:
        this.#facts.session(decodeSessionAnswer(result));
    }
  }
}

type Decoded<Kind extends SessionMessage["kind"]> = Extract<SessionMessage, { kind: Kind }>;
