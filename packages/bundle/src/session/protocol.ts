import { decodeSessionAnswer } from "./answers.ts";
import { decodeUpdate, type SessionUpdate } from "./update.ts";
import { member, objectAt, textAt, type Json } from "./values.ts";

/** A request of either side. */
export interface SessionRequest {
  readonly id: string | number;
  readonly method: string;
  /** True when it was sent to the agent. */
  readonly outbound: boolean;
  readonly params: Json;
  /** Where it stands, as the caller counts. */
  readonly position: number;
  /** Number of the last prompt, which may be itself, from 1; 0 before the first. */
  readonly turn: number;
}

/** What a message of a session is. */
export type SessionMessage =
  | { readonly kind: "request"; readonly request: SessionRequest }
  /** What wants no answer. */
  | {
      readonly kind: "notification";
      readonly method: string;
      readonly outbound: boolean;
      readonly params: Json;
    }
  | {
      readonly kind: "update";
      readonly update: SessionUpdate;
      /** `replay`: history told again after `session/load`. `other`: it is about another session. */
      readonly origin: "session" | "replay" | "other";
    }
  /** `result` and `error` are undefined when the message has none. */
  | {
      readonly kind: "answer";
      readonly request: SessionRequest;
      readonly result: unknown;
      readonly error: unknown;
    }
  /** An answer to nothing that was asked, or no JSON-RPC at all. */
  | { readonly kind: "stray"; readonly error: unknown; readonly message: Json };

/** True for the request that begins a turn. */
export function isPrompt({ outbound, method }: SessionRequest): boolean {
  return outbound && method === "session/prompt";
}

/**
 * Understands the messages of a session one after the other: it pairs answers with requests by id and direction, knows
 * the session's id, counts turns, and tells history that an agent repeats from what is new. See spec/text/sessions.md,
 * session-events-complete. Whatever a message holds, it does not throw.
 */
export class SessionProtocol {
  readonly #pending = {
    outbound: new Map<unknown, SessionRequest>(),
    inbound: new Map<unknown, SessionRequest>(),
  };
  #sessionId: string | undefined;
  #isReplaying = false;
  #turn = 0;

  /** @param sessionId Id that the agent gave the session, `acpSessionId` of its binding, as far as it is known. */
  constructor(sessionId: string | undefined) {
    this.#sessionId = sessionId;
  }

  /** Number of prompts so far. */
  get turn(): number {
    return this.#turn;
  }

  /**
   * Takes the next message.
   *
   * @param position anything that tells where it stands; requests keep it.
   */
  next(position: number, direction: unknown, message: unknown): SessionMessage {
    const method = textAt(message, "method");
    const outbound = direction === "outbound";
    if (method === undefined) return this.#answer(outbound, message);
    const params = objectAt(message, "params");
    if (method === "session/update" && !outbound) return this.#update(params);
    const id = member(message, "id");
    if (typeof id !== "string" && typeof id !== "number") {
      return { kind: "notification", method, outbound, params };
    }
    if (outbound) this.#sent(method, params);
    const request = { id, method, outbound, params, position, turn: this.#turn };
    this.#pending[outbound ? "outbound" : "inbound"].set(id, request);
    return { kind: "request", request };
  }

  #sent(method: string, params: Json): void {
    switch (method) {
      case "initialize":
        // A new process: what the one before did not answer stays without an answer.
        this.#pending.outbound.clear();
        this.#pending.inbound.clear();
        return;
      case "session/prompt":
        this.#isReplaying = false;
        this.#turn += 1;
        break;
      case "session/load":
      case "session/resume":
        this.#isReplaying = true;
        break;
      default:
        return;
    }
    this.#sessionId = textAt(params, "sessionId") ?? this.#sessionId;
  }

  #update(params: Json): SessionMessage {
    const sessionId = textAt(params, "sessionId");
    const known = this.#sessionId;
    const isOther = sessionId !== undefined && known !== undefined && sessionId !== known;
    const origin = isOther ? "other" : this.#isReplaying ? "replay" : "session";
    return { kind: "update", update: decodeUpdate(objectAt(params, "update")), origin };
  }

  #answer(outbound: boolean, message: unknown): SessionMessage {
    const pending = this.#pending[outbound ? "inbound" : "outbound"];
    const id = member(message, "id");
    const error = member(message, "error");
    const request = pending.get(id);
    if (request === undefined)
      return { kind: "stray", error, message: objectAt({ message }, "message") };
    pending.delete(id);
    const result = member(message, "result");
    if (!outbound && request.method === "session/new" && result !== undefined) {
      this.#sessionId = decodeSessionAnswer(result).sessionId ?? this.#sessionId;
    }
    return { kind: "answer", request, result, error };
  }
}
