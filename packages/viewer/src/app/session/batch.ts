import type {
  ConversationEntry,
  ConversationItem,
  TerminalItem,
} from "@flow-bundle/bundle/session";

/** A thing of a conversation as the page knows it before anybody looks: what it is and where, and not what it says. */
export interface EntryHead extends Pick<
  ConversationEntry,
  "index" | "kind" | "role" | "outbound" | "turn" | "reason" | "size"
> {
  /** Its first line, from 1. */
  readonly first: number;
  /** The last line that changes what it shows. */
  readonly last: number;
  /** Of a terminal: from this line on a tool call shows it. */
  readonly shownFrom: number | undefined;
}

/** What a thing says, up to a line. */
export interface LoadedItem {
  readonly index: number;
  /** Undefined when its lines cannot be read, or say nothing that is understood. */
  readonly item: ConversationItem | undefined;
  /** Terminals that a tool call shows. */
  readonly terminals: readonly TerminalItem[];
  /** Its last line up to the one that was asked for. */
  readonly last: number;
  /** Whether it is all that there is so far. */
  readonly isWhole: boolean;
  readonly failure: string | undefined;
}

/** Lines of a session's events that follow on those of the batch before. One member of each list for each line. */
export interface SessionBatch {
  readonly offsets: readonly number[];
  readonly lengths: readonly number[];
  readonly seqs: readonly number[];
  readonly times: readonly number[];
  /** Places in {@link directions}. */
  readonly directions: readonly number[];
  /** Places among all kinds that were told so far. */
  readonly kinds: readonly number[];
  readonly newKinds: readonly string[];
  readonly previews: readonly string[];
  /** Lines that cannot be used, and why. */
  readonly problems: readonly (readonly [line: number, problem: string])[];
  /** Things that are new or have changed. */
  readonly entries: readonly EntryHead[];
}

/** Which way a message went; "" where the line does not say. */
export const directions = ["", "outbound", "inbound"] as const;
