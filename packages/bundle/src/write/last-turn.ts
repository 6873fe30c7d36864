import type { ConversationRange, SessionEvent } from "@flow-bundle/schema";
import { loadValidators } from "@flow-bundle/schema";
import type { FoldState } from "../fold/fold.ts";
import type { AttemptState } from "../fold/state.ts";
import { readSessionEvents } from "../lookup/session.ts";
import { createRecordFold } from "../record/record-fold.ts";
import type { BundleSource } from "../source/source.ts";
import type { SessionWriter } from "./bundle-writer.ts";

/** The session that an attempt had bound or taken a turn in when its process died; undefined when it had none. */
export function sessionOf(
  state: FoldState,
  { attemptId, earlier }: AttemptState,
  sessions: readonly SessionWriter[],
): SessionWriter | undefined {
  const id =
    earlier.sessionId ??
    state.sessions.findLast(({ boundBy }) => boundBy?.attemptId === attemptId)?.sessionId;
  return sessions.find((session) => session.id === id);
}

/**
 * What the last turn of a session left there that came to no outcome: its range; spec/text/sessions.md#ranges. It begins
 * behind the ranges of all attempts that had one. A turn that has sent nothing has a range without events.
 */
export async function rangeOfLastTurn(
  source: BundleSource,
  state: FoldState,
  { id, binding, lastSeq }: SessionWriter,
): Promise<ConversationRange> {
  const taken = state.attempts.map(({ receipts: { conversation } }) =>
    conversation?.sessionId === id ? conversation.eventEndSeq : 0,
  );
  const turn = new LastTurn(Math.max(0, ...taken));
  const check = (await loadValidators("1.1")).document("session-event");
  const events: SessionEvent[] = [];
  for await (const { event } of readSessionEvents(source, id)) {
    if (check(event).length === 0) events.push(event as unknown as SessionEvent);
  }
  for (const event of events) turn.follow(event);
  const { eventStartSeq = lastSeq + 1, eventEndSeq = lastSeq } = turn;
  const fold = createRecordFold(binding);
  for (const event of events) if (event.seq <= eventEndSeq) fold.apply(event);
  const { messageStart, messageEnd } = fold.messagesFrom(eventStartSeq);
  return { sessionId: id, messageStart, messageEnd, eventStartSeq, eventEndSeq };
}

/** Looks for the turn that was begun last: from `initialize` when the agent was started for it, else from its prompt. */
class LastTurn {
  eventStartSeq: number | undefined = undefined;
  /** Of the response; undefined when there was none. */
  eventEndSeq: number | undefined = undefined;
  readonly #after: number;
  #promptId: unknown = undefined;

  constructor(after: number) {
    this.#after = after;
  }

  follow({ seq, direction, message }: SessionEvent): void {
    if (seq <= this.#after) return;
    const { method, id } = message as { readonly method?: unknown; readonly id?: unknown };
    if (direction === "outbound" && method === "initialize") {
      this.eventStartSeq = seq;
      this.#promptId = undefined;
    } else if (direction === "outbound" && method === "session/prompt") {
      if (this.#promptId !== undefined) this.eventStartSeq = seq;
      this.eventStartSeq ??= seq;
      this.eventEndSeq = undefined;
      this.#promptId = id;
    } else if (direction === "inbound" && method === undefined && this.#promptId !== undefined) {
      if (id === this.#promptId) this.eventEndSeq ??= seq;
    }
  }
}
