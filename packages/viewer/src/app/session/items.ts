import type { Json } from "./values.ts";

/** What something was like from a line of the session's events on. */
export interface State<T> {
  readonly line: number;
  readonly value: T;
}

interface Base {
  /** Its place in the conversation. */
  readonly index: number;
  /** Line of its first event in events.ndjson, from 1; items are in this order. */
  readonly line: number;
  /** `seq` of its first event. */
  readonly seq: number;
  /** Milliseconds since 1970; NaN when the event has no time. */
  readonly time: number;
  /** Number of the prompt that it belongs to, from 1; 0 before the first. */
  readonly turn: number;
}

/** A prompt that was sent to the agent. */
export interface PromptItem extends Base {
  readonly kind: "prompt";
  readonly blocks: readonly unknown[];
}

/** A text that came in pieces. Cut it with {@link textAtLine}. */
export interface TextItem extends Base {
  readonly kind: "text";
  readonly role: "agent" | "thought" | "user";
  text: string;
  /** For each piece its line, and where the text ended with it. */
  readonly lines: number[];
  readonly ends: number[];
}

/** A content block that is no text. */
export interface BlockItem extends Base {
  readonly kind: "block";
  readonly role: "agent" | "thought" | "user";
  readonly block: unknown;
}

/** What is known of a tool call. */
export interface ToolState {
  readonly id: string;
  readonly title: string | undefined;
  readonly toolKind: string | undefined;
  readonly status: string | undefined;
  readonly input: unknown;
  readonly output: unknown;
  readonly content: readonly unknown[];
  readonly locations: readonly unknown[];
  /** Ids of terminals that it showed at any time. */
  readonly terminals: readonly string[];
}

export interface ToolItem extends Base {
  readonly kind: "tool";
  readonly states: State<ToolState>[];
}

export interface PlanItem extends Base {
  readonly kind: "plan";
  /** Entries of the plan, each time whole. */
  readonly states: State<readonly unknown[]>[];
}

/** A request and what came back: `answer` is its result or error. */
export interface CallState {
  readonly params: Json;
  readonly answer: { readonly result?: unknown; readonly error?: unknown } | undefined;
}

export interface PermissionItem extends Base {
  readonly kind: "permission";
  readonly states: State<CallState>[];
}

/** The agent reads or writes a file through the client. */
export interface FileItem extends Base {
  readonly kind: "file";
  readonly method: string;
  readonly states: State<CallState>[];
}

/** Any other request, of either side. */
export interface CallItem extends Base {
  readonly kind: "call";
  readonly method: string;
  readonly outbound: boolean;
  readonly states: State<CallState>[];
}

export interface TerminalState extends CallState {
  readonly id: string | undefined;
  readonly output: string | undefined;
  readonly truncated: boolean;
  /** Exit code or signal, as it was told. */
  readonly exit: Json | undefined;
  readonly ended: "killed" | "released" | undefined;
}

export interface TerminalItem extends Base {
  readonly kind: "terminal";
  readonly states: State<TerminalState>[];
  /** Index of the tool call that shows it. */
  shownBy: number | undefined;
}

/** An update that is about the session and no part of what was said: mode, commands, usage, options, unknown ones. */
export interface NoteItem extends Base {
  readonly kind: "note";
  readonly name: string;
  readonly states: State<Json>[];
}

/** The agent tells again what was said before, after `session/load`. */
export interface ReplayItem extends Base {
  readonly kind: "replay";
  /** One for each update. */
  readonly lines: number[];
}

/** The end of a turn: the answer to the prompt. */
export interface EndItem extends Base {
  readonly kind: "end";
  readonly result: unknown;
  readonly error: unknown;
}

/** A line that cannot be used. */
export interface BrokenItem extends Base {
  readonly kind: "broken";
  readonly problem: string;
}

/** One thing in a conversation. */
export type Item =
  | PromptItem
  | TextItem
  | BlockItem
  | ToolItem
  | PlanItem
  | PermissionItem
  | FileItem
  | CallItem
  | TerminalItem
  | NoteItem
  | ReplayItem
  | EndItem
  | BrokenItem;

/** How it was after a line; its first state when the line is before it. */
export function stateAtLine<T>(states: readonly State<T>[], line: number): T {
  let at = states.length - 1;
  while (at > 0 && (states[at] as State<T>).line > line) at -= 1;
  return (states[at] as State<T>).value;
}

/** As much of a text as had come by a line. */
export function textAtLine({ text, lines, ends }: TextItem, line: number): string {
  const count = countUpTo(lines, line);
  return count === lines.length ? text : text.slice(0, ends[count - 1] ?? 0);
}

/** How many of some growing numbers are at most so much. */
export function countUpTo(numbers: ArrayLike<number>, limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last line that has to do with an item, up to a line. */
export function lastLine(item: Item, limit = Infinity): number {
  if ("states" in item) {
    return item.states.findLast(({ line }) => line <= limit)?.line ?? item.line;
  }
  if ("lines" in item) return item.lines[countUpTo(item.lines, limit) - 1] ?? item.line;
  return item.line;
}
