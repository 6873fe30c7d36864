import type { AnswerError, PermissionAnswer } from "./answers.ts";
import type { ContentBlock } from "./content-block.ts";
import type { ToolCall } from "./tool-call.ts";
import type { PlanEntry, Role, SessionUpdate } from "./update.ts";
import type { Json } from "./values.ts";

/** What came back for a request: undefined while nothing has. */
export type Answer =
  | { readonly error: AnswerError; readonly result?: never }
  | { readonly result: unknown; readonly error?: never }
  | undefined;

/** A prompt that was sent to the agent. */
export interface PromptItem {
  readonly kind: "prompt";
  readonly blocks: readonly ContentBlock[];
}

/** The end of a turn. */
export interface EndItem {
  readonly kind: "end";
  readonly stopReason: string | undefined;
  /** Token counts, as the agent names them. */
  readonly usage: unknown;
  readonly error: AnswerError | undefined;
}

/** What one side says in a row. Pieces of text that follow each other are one block. */
export interface MessageItem {
  readonly kind: "message";
  readonly role: Role;
  readonly blocks: readonly ContentBlock[];
}

/** A tool call, with the terminals that it shows. */
export interface ToolItem {
  readonly kind: "tool";
  readonly call: ToolCall;
  /** Ids of terminals that it showed at any time. */
  readonly terminalIds: readonly string[];
}

/** The agent's plan. */
export interface PlanItem {
  readonly kind: "plan";
  readonly entries: readonly PlanEntry[];
}

/** Something that the agent wants people to know. */
export interface NoticeItem {
  readonly kind: "notice";
  /** Such as `info`, `warning` or `error`. */
  readonly severity: string | undefined;
  readonly title: string;
  readonly description: string | undefined;
}

/** The agent makes its context smaller. */
export interface CompactionItem {
  readonly kind: "compaction";
  /** Such as `in_progress`, `completed`, `failed` or `cancelled`. */
  readonly status: string | undefined;
  readonly summary: readonly ContentBlock[];
  readonly error: string | undefined;
}

/** A choice that the agent offers when it asks for a permission. */
export interface PermissionOption {
  readonly id: string | undefined;
  readonly name: string | undefined;
  /** Such as `allow_once` or `reject_always`. */
  readonly optionKind: string | undefined;
}

/** The agent asks whether it may do something. */
export interface PermissionItem extends PermissionAnswer {
  readonly kind: "permission";
  readonly call: ToolCall;
  readonly options: readonly PermissionOption[];
  readonly answer: Answer;
}

/** The agent asks people to fill in a form, or to visit a page. */
export interface ElicitationItem {
  readonly kind: "elicitation";
  readonly message: string | undefined;
  /** Such as `form` or `url`. */
  readonly mode: string | undefined;
  readonly url: string | undefined;
  /** JSON Schema of the form. */
  readonly schema: unknown;
  readonly answer: Answer;
  /** Such as `accept`, `decline` or `cancel`. */
  readonly action: string | undefined;
  /** What was filled in. */
  readonly content: unknown;
}

/** The agent reads or writes a file through the client. */
export interface FileItem {
  readonly kind: "file";
  readonly isWrite: boolean;
  readonly path: string | undefined;
  /** What was read, or is to be written. */
  readonly text: string | undefined;
  readonly answer: Answer;
}

/** A command that the agent runs through the client. */
export interface TerminalItem {
  readonly kind: "terminal";
  readonly id: string | undefined;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string | undefined;
  /** As it was asked for last. */
  readonly output: string | undefined;
  /** The client gave only the end of the output. */
  readonly isTruncated: boolean;
  readonly exitCode: number | undefined;
  readonly signal: string | undefined;
  /** What the agent did with it before it had told of an end. */
  readonly ended: "killed" | "released" | undefined;
  readonly error: AnswerError | undefined;
}

/** An update about the session. */
export interface StateItem {
  readonly kind: "state";
  readonly update: SessionUpdate;
}

/** Any other request. */
export interface CallItem {
  readonly kind: "call";
  readonly method: string;
  readonly outbound: boolean;
  readonly params: Json;
  readonly answer: Answer;
}

/** A notification. */
export interface NotificationItem {
  readonly kind: "notification";
  readonly method: string;
  readonly outbound: boolean;
  readonly params: Json;
}

/** History that the agent tells again. */
export interface ReplayItem {
  readonly kind: "replay";
  /** Number of updates. */
  readonly count: number;
}

/** A message that is not understood; undefined for a line that is none. */
export interface OtherItem {
  readonly kind: "other";
  /** Of the update, or the method. */
  readonly name: string;
  readonly value: unknown;
}

/** What a thing in a conversation says. */
export type ConversationItem =
  | PromptItem
  | EndItem
  | MessageItem
  | ToolItem
  | PlanItem
  | NoticeItem
  | CompactionItem
  | PermissionItem
  | ElicitationItem
  | FileItem
  | TerminalItem
  | StateItem
  | CallItem
  | NotificationItem
  | ReplayItem
  | OtherItem;
