import type { ConversationRange, SessionEvent } from "@flow-bundle/schema";
import { chunkText, isResponse } from "./messages.ts";
import type { Message } from "./messages.ts";

/** A place in a session: how many lines and messages it has. */
export interface SessionPlace {
  readonly seq: number;
  readonly messages: number;
}

/**
 * What an attempt does in a session, followed as its messages are recorded: from `initialize` when the agent was started
 * for it, else from `session/prompt`, to the response; spec/text/sessions.md#ranges.
 */
export class Turn {
  #firstSeq: number | undefined;
  #prompt: { readonly id: unknown; readonly seq: number } | undefined;
  #responseSeq: number | undefined;
  #messageStart: number | undefined;
  #messageEnd: number | undefined;
  #chunks: string[] = [];

  /** The agent is started for this turn: its messages begin with the next one. */
  startsAt(seq: number): void {
    this.#firstSeq ??= seq;
  }

  /** A message got its place in the session. */
  follow(seq: number, direction: SessionEvent["direction"], message: Message): void {
    if (this.#responseSeq !== undefined) return;
    if (this.#prompt === undefined) {
      if (direction !== "outbound" || message["method"] !== "session/prompt") return;
      this.#prompt = { id: message["id"], seq };
      this.#firstSeq ??= seq;
    } else if (direction === "inbound") {
      if (isResponse(message) && message["id"] === this.#prompt.id) this.#responseSeq = seq;
      const text = chunkText(message);
      if (text !== undefined) this.#chunks.push(text);
    }
  }

  /** The record has taken in a message; it had `before` messages and has `after` now. */
  followRecord(seq: number, before: number, after: number): void {
    if (seq === this.#prompt?.seq) this.#messageStart = before;
    if (this.#messageStart === undefined) return;
    if (this.#responseSeq === undefined || seq <= this.#responseSeq) this.#messageEnd = after - 1;
  }

  /** What the agent answered, white space at both ends removed. */
  get text(): string {
    return this.#chunks.join("").trim();
  }

  /** The range of a turn that is over. */
  range(sessionId: string, last: SessionPlace): ConversationRange {
    const eventStartSeq = this.#firstSeq ?? last.seq + 1;
    // What could not be written has no place.
    const eventEndSeq = Math.min(this.#responseSeq ?? last.seq, last.seq);
    const messageStart = this.#messageStart ?? last.messages;
    const messageEnd = this.#messageEnd ?? messageStart - 1;
    return { sessionId, messageStart, messageEnd, eventStartSeq, eventEndSeq };
  }
}
