import type { SessionBinding, SessionEvent, SessionRecord } from "@flow-bundle/schema";
import { sessionPaths } from "../lookup/session.ts";
import { Messages } from "./messages.ts";
import { SessionFacts } from "./state.ts";
import { listAt, member, objectAt, textAt } from "./values.ts";

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

/** A request of the client that was not answered yet. */
interface Pending {
  readonly method: string;
  readonly params: unknown;
  /** Id of the message that a prompt became. */
  readonly promptId?: string | undefined;
}

class EventFold implements RecordFold {
  lastSeq = 0;
  readonly #binding: SessionBinding;
  readonly #messages: Messages;
  readonly #facts = new SessionFacts();
  readonly #pending = new Map<unknown, Pending>();
  /** The agent tells the history again, until the next prompt. */
  #replaying = false;
  /** Id that the agent gave the session, as far as it was said. */
  #sessionId: string;
  #lastAt: string | undefined;
  #lastPromptAt: string | undefined;
  #messagesAt: string | undefined;
  #lastRequestId: string | undefined;

  constructor(binding: SessionBinding) {
    this.#binding = binding;
    this.#messages = new Messages(binding.bundleId);
    this.#sessionId = binding.acpSessionId;
  }

  get messageCount(): number {
    return this.#messages.count;
  }

  apply({ seq, at, direction, message }: SessionEvent): void {
    this.lastSeq = seq;
    this.#lastAt = at;
    const method = textAt(message, "method");
    const outbound = direction === "outbound";
    if (method !== undefined && outbound) this.#request(seq, at, method, message);
    else if (method === "session/update") this.#update(seq, at, member(message, "params"));
    else if (method === undefined && !outbound) this.#response(message);
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

  #request(seq: number, at: string, method: string, message: object): void {
    const id = member(message, "id");
    if (typeof id !== "string" && typeof id !== "number") return;
    this.#lastRequestId = String(id);
    // A new process: what the one before did not answer stays without an answer.
    if (method === "initialize") this.#pending.clear();
    const params = member(message, "params");
    if (method === "session/prompt") {
      this.#replaying = false;
      this.#sessionId = textAt(params, "sessionId") ?? this.#sessionId;
      this.#messages.prompt(seq, listAt(params, "prompt"));
      this.#lastPromptAt = at;
      this.#messagesAt = at;
      this.#pending.set(id, { method, params, promptId: this.#messages.lastPromptId });
      return;
    }
    if (method === "session/load" || method === "session/resume") {
      this.#replaying = true;
      this.#sessionId = textAt(params, "sessionId") ?? this.#sessionId;
    }
    this.#pending.set(id, { method, params });
  }

  #update(seq: number, at: string, params: unknown): void {
    const sessionId = textAt(params, "sessionId");
    if (sessionId !== undefined && sessionId !== this.#sessionId) return;
    const update = objectAt(params, "update");
    this.#facts.update(update, this.#replaying ? undefined : this.#messages.lastPromptId);
    if (!this.#replaying && this.#messages.update(seq, update)) this.#messagesAt = at;
  }

  #response(message: object): void {
    const id = member(message, "id");
    const pending = this.#pending.get(id);
    if (pending === undefined) return;
    this.#pending.delete(id);
    const { method, params, promptId } = pending;
    // After an answer, be it an error, nothing more belongs to the turn.
    if (method === "session/prompt" && promptId === this.#messages.lastPromptId) {
      this.#messages.endTurn();
    }
    const result = member(message, "result");
    if (result === undefined) return;
    if (method === "initialize") this.#facts.agent(result);
    else if (method === "session/prompt") this.#facts.usage(promptId, member(result, "usage"));
    else if (method === "session/set_mode") {
      this.#facts.modeId = textAt(params, "modeId") ?? this.#facts.modeId;
    } else {
      if (method === "session/new")
        this.#sessionId = textAt(result, "sessionId") ?? this.#sessionId;
      this.#facts.session(result);
    }
  }
}
