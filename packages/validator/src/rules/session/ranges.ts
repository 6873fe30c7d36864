import type { SessionEvent } from "@flow-bundle/schema";
import type { ClaimedRange } from "../../engine/session-context.ts";

/** Where the events of a session stand among the claimed ranges, which follow each other. */
export class RangeCursor {
  readonly #claimed: readonly ClaimedRange[];
  #next = 0;

  constructor(claimed: readonly ClaimedRange[]) {
    this.#claimed = claimed;
  }

  /** The range that the event with this seq belongs to. Ask in order of seq. */
  at(seq: number): ClaimedRange | undefined {
    while ((this.#claimed[this.#next]?.range.eventEndSeq ?? Number.POSITIVE_INFINITY) < seq) this.#next += 1;
    const claim = this.#claimed[this.#next];
    return claim !== undefined && claim.range.eventStartSeq <= seq ? claim : undefined;
  }
}

/** What is looked at in the JSON-RPC message of a session event; everything in it is foreign. */
export interface Message {
  readonly id?: unknown;
  readonly method?: unknown;
  readonly params?: unknown;
}

/** The message of a session event. */
export function messageOf(event: SessionEvent): Message {
  return event.message as Message;
}

/** The text of an agent_message_chunk that the agent sent; undefined for every other message. */
export function chunkText(event: SessionEvent): string | undefined {
  if (event.direction !== "inbound" || messageOf(event).method !== "session/update") return undefined;
  const update = (messageOf(event).params as { readonly update?: unknown } | null | undefined)?.update;
  if (typeof update !== "object" || update === null) return undefined;
  const { sessionUpdate, content } = update as { readonly sessionUpdate?: unknown; readonly content?: unknown };
  if (sessionUpdate !== "agent_message_chunk" || typeof content !== "object" || content === null) return undefined;
  const { type, text } = content as { readonly type?: unknown; readonly text?: unknown };
  return type === "text" && typeof text === "string" ? text : undefined;
}
