import { parseStrict } from "@flow-bundle/bundle";
import {
  decodePermissionAnswer,
  SessionProtocol,
  updatedToolCall,
  type SessionMessage,
  type SessionRequest,
  type ToolCall,
} from "@flow-bundle/bundle/session";

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
type Decoded<Kind extends SessionMessage["kind"]> = Extract<SessionMessage, { kind: Kind }>;

interface Tool {
  call: ToolCall;
  readonly span: Growing;
}

const longTitle = 120;
const longStatus = 40;
/** Pieces of text are most of the lines, and have nothing to do with spans. */
const pieceOfText = /"agent_(?:message|thought)_chunk"/;

/** Finds the spans of one session in its events. */
export class SpanCollector {
  readonly spans: SessionSpan[] = [];
  readonly #sessionId: string;
  readonly #protocol: SessionProtocol;
  /** Tool calls of the turn. */
  readonly #tools = new Map<string, Tool>();
  /** Permissions that were asked for. */
  readonly #asked = new WeakMap<SessionRequest, Growing>();
  #turn = 0;

  /** @param acpSessionId see `SessionProtocol`. */
  constructor(sessionId: string, acpSessionId?: string) {
    this.#sessionId = sessionId;
    this.#protocol = new SessionProtocol(acpSessionId);
  }

  push(text: string, line: number): void {
    if (pieceOfText.test(text)) return;
    const event = parseStrict(text, { decoded: true, maxProblems: 1 }).value;
    const { at, direction, message } = fields(event);
    const time = typeof at === "string" ? Date.parse(at) : Number.NaN;
    if (!Number.isFinite(time)) return;
    const decoded = this.#protocol.next(line, direction, message);
    if (this.#protocol.turn > this.#turn) this.#tools.clear();
    this.#turn = this.#protocol.turn;
    if (decoded.kind === "update") this.#update(decoded, time, line);
    else if (decoded.kind === "request") this.#ask(decoded.request, time, line);
    else if (decoded.kind === "answer") this.#answer(decoded, time);
  }

  #update({ update, origin }: Decoded<"update">, time: number, line: number): void {
    if (update.kind !== "tool" || origin !== "session") return;
    const { id, value } = update;
    const known = this.#tools.get(id);
    const call = updatedToolCall(id, known?.call, value);
    const span = known?.span ?? this.#open("tool", time, line);
    if (known === undefined) this.#tools.set(id, { call, span });
    else known.call = call;
    span.title = (call.title ?? id).slice(0, longTitle);
    span.status = call.status?.slice(0, longStatus);
    const hasEnded = call.status === "completed" || call.status === "failed";
    if (!hasEnded) span.to = undefined;
    else span.to ??= time;
  }

  #ask(request: SessionRequest, time: number, line: number): void {
    if (request.outbound || request.method !== "session/request_permission") return;
    const span = this.#open("permission", time, line);
    const { title = "Permission" } = updatedToolCall(
      "",
      undefined,
      fields(request.params["toolCall"]),
    );
    span.title = title.slice(0, longTitle);
    this.#asked.set(request, span);
  }

  #answer({ request, result }: Decoded<"answer">, time: number): void {
    const span = this.#asked.get(request);
    if (span === undefined) return;
    const { chosen, isCancelled } = decodePermissionAnswer(result);
    span.to = time;
    span.status = isCancelled
      ? "cancelled"
      : (chosen?.slice(0, longStatus) ?? "answered with an error");
  }

  #open(kind: SessionSpan["kind"], from: number, line: number): Growing {
    const sessionId = this.#sessionId;
    const span = { kind, sessionId, title: "", status: undefined, from, to: undefined, line };
    this.spans.push(span);
    return span;
  }
}

function fields(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null ? (value as { [key: string]: unknown }) : {};
}
