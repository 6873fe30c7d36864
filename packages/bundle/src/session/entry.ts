import type { Role } from "./update.ts";

/**
 * What a thing in a conversation is.
 *
 * - `prompt`, `end`: the beginning of a turn, and the answer to it.
 * - `message`: what one side says in a row, see {@link ConversationEntry.role}.
 * - `tool`, `plan`, `notice`, `compaction`: updates of that kind; the plan of a turn is one thing.
 * - `permission`, `elicitation`, `file`, `terminal`: what the agent asks of its client.
 * - `state`: an update about the session: mode, commands, options, title, usage. One of each kind in a turn.
 * - `call`, `notification`: any other request or notification, of either side.
 * - `replay`: history that the agent tells again.
 * - `other`: an update that is not understood, or is about another session; an answer to nothing; a line that is no event.
 */
export type EntryKind =
  | "prompt"
  | "end"
  | "message"
  | "tool"
  | "plan"
  | "notice"
  | "compaction"
  | "permission"
  | "elicitation"
  | "file"
  | "terminal"
  | "state"
  | "call"
  | "notification"
  | "replay"
  | "other";

/** One thing in a conversation: what it is, and which lines make it up. What they say is read with `createItemFold`. */
export interface ConversationEntry {
  /** Its place in the conversation, from 0. Entries are in the order of their first lines. */
  readonly index: number;
  readonly kind: EntryKind;
  /** Of a message. */
  readonly role: Role | undefined;
  /** Whether its first line was sent to the agent. */
  readonly outbound: boolean;
  /** Number of the prompt that it belongs to, from 1; 0 before the first. */
  readonly turn: number;
  /** Why it is `other`. */
  readonly reason: string | undefined;
  /** Lines of events.ndjson, from 1, in order. */
  readonly lines: readonly number[];
  /** Number of characters, as far as it is a text. */
  readonly size: number;
  /** Of a terminal: the tool call that shows it, from a line on. Then it needs no place of its own. */
  readonly shownBy: { readonly index: number; readonly line: number } | undefined;
  /** Of a tool call: indices of the terminals that it showed at any time. */
  readonly terminals: readonly number[];
}
