import { parseStrict } from "@flow-bundle/bundle";

/** Something in a session that took time: a call of a tool, or waiting for a permission. */
export interface SessionSpan {
  readonly kind: "tool" | "permission";
  readonly sessionId: string;
  readonly title: string;
  /** Status of the tool call, or what was answered; undefined while there is none. */
  readonly status: string | undefined;
  /** Milliseconds since 1970. `to` is undefined while it goes on. */
  readonly from: number;
  readonly to: number | undefined;
  /** Line of the session's events.ndjson that it begins with, from 1. */
  readonly line: number;
}

type Growing = { -readonly [Key in keyof SessionSpan]: SessionSpan[Key] };
type Fields = { readonly [key: string]: unknown };

const longTitle = 120;

/** Finds the spans of one session in its events. Lines without any are not parsed. */
export class SpanCollector {
  readonly spans: SessionSpan[] = [];
  readonly #sessionId: string;
  readonly #tools = new Map<string, Growing>();
  /** Requests for a permission without an answer, by JSON-RPC id. */
  readonly #asked = new Map<unknown, Growing>();

  constructor(sessionId: string) {
    this.#sessionId = sessionId;
  }

  push(text: string, line: number): void {
    const mayMatter =
      text.includes("tool_call") ||
      text.includes("request_permission") ||
      (this.#asked.size > 0 && /"(?:result|error)"/.test(text));
    if (!mayMatter) return;
    const event = fields(parseStrict(text, { decoded: true, maxProblems: 1 }).value);
    const message = fields(event?.["message"]);
    const time = typeof event?.["at"] === "string" ? Date.parse(event["at"]) : Number.NaN;
    if (message === undefined || !Number.isFinite(time)) return;
    if (message["method"] === "session/update") {
      const update = fields(fields(message["params"])?.["update"]);
      if (update !== undefined) this.#tool(update, time, line);
    } else if (message["method"] === "session/request_permission") {
      this.#ask(message, time, line);
    } else if (message["method"] === undefined) this.#answer(message, time);
  }

  #tool(update: Fields, time: number, line: number): void {
    const id = update["toolCallId"];
    const kind = update["sessionUpdate"];
    if (typeof id !== "string" || (kind !== "tool_call" && kind !== "tool_call_update")) return;
    let span = this.#tools.get(id);
    if (span === undefined || (kind === "tool_call" && span.to !== undefined)) {
      span = this.#open("tool", time, line, titleOf(update) ?? id);
      this.#tools.set(id, span);
    }
    span.title = titleOf(update) ?? span.title;
    const { status } = update;
    if (typeof status !== "string") return;
    span.status = status.slice(0, 40);
    if (status === "completed" || status === "failed") span.to = time;
  }

  #ask(message: Fields, time: number, line: number): void {
    const call = fields(fields(message["params"])?.["toolCall"]);
    const span = this.#open("permission", time, line, (call && titleOf(call)) ?? "Permission");
    this.#asked.set(message["id"], span);
  }

  #answer(message: Fields, time: number): void {
    const span = this.#asked.get(message["id"]);
    if (span === undefined) return;
    this.#asked.delete(message["id"]);
    const outcome = fields(fields(message["result"])?.["outcome"]);
    const chosen = outcome?.["optionId"] ?? outcome?.["outcome"];
    span.to = time;
    span.status = typeof chosen === "string" ? chosen.slice(0, 40) : "answered with an error";
  }

  #open(kind: SessionSpan["kind"], from: number, line: number, title: string): Growing {
    const sessionId = this.#sessionId;
    const span: Growing = { kind, sessionId, title, status: undefined, from, to: undefined, line };
    this.spans.push(span);
    return span;
  }
}

function titleOf({ title }: Fields): string | undefined {
  return typeof title === "string" && title !== "" ? title.slice(0, longTitle) : undefined;
}

function fields(value: unknown): Fields | undefined {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? (value as Fields) : undefined;
}
