import type { NewMessage } from "@flow-bundle/bundle";
import type { Redactor } from "./redactor.ts";
import { mark, namesSecret } from "./secrets.ts";

type Message = NewMessage["message"];
type Members = { [key: string]: unknown };

/** Strings under these keys say what kind of thing something is, or where it is; under `…Id` and `…_id`, which one. */
const structural: ReadonlySet<string> = new Set([
  "jsonrpc",
  "id",
  "method",
  "type",
  "sessionUpdate",
  "kind",
  "status",
  "priority",
  "role",
  "audience",
  "category",
  "stopReason",
  "outcome",
  "signal",
  "mimeType",
  "cwd",
  "path",
  "additionalDirectories",
]);
/** Below these keys is whatever an agent or a tool likes. */
const free: ReadonlySet<string> = new Set([
  "rawInput",
  "rawOutput",
  "_meta",
  "data",
  "input",
  "output",
  "raw_input",
]);
const withServers: ReadonlySet<string> = new Set([
  "session/new",
  "session/load",
  "session/resume",
  "session/fork",
]);

/** What an agent says, thinks or repeats piece by piece: which of them, and the piece. */
export interface Chunk {
  readonly kind: string;
  readonly text: string;
}

/** The piece of text that a message brings; undefined when it brings none. */
export function chunkOf({ message }: NewMessage): Chunk | undefined {
  const kind = updateOf(message)?.["sessionUpdate"];
  if (
    typeof kind !== "string" ||
    !/^(?:agent_message|agent_thought|user_message)_chunk$/.test(kind)
  ) {
    return undefined;
  }
  const text = contentOf(message)?.["text"];
  return typeof text === "string" ? { kind, text } : undefined;
}

/** The same message with another piece of text. */
export function withChunk(message: Message, text: string): Message {
  const copy = structuredClone(message);
  const content = contentOf(copy);
  if (content !== undefined) content["text"] = text;
  return copy;
}

/** Whether a message ends the text that an agent is in the middle of: it asks, answers, or begins to use a tool. */
export function endsText(message: Message): boolean {
  if (message["method"] !== "session/update" || "id" in message) return true;
  return updateOf(message)?.["sessionUpdate"] === "tool_call";
}

/**
 * A message without secrets. Ids, types, methods and paths stay as they are. The values of `env` and `headers` of MCP
 * servers and the parameters of `authenticate` are replaced always, those of `terminal/create` when their name says that
 * they are secrets.
 *
 * @returns the message itself when there is nothing to replace.
 */
export function redactMessage(message: Message, redactor: Redactor): Message {
  const { method, params } = message;
  const certain = isObject(params) && typeof method === "string" ? always(method, params) : params;
  const given = certain === params ? message : { ...message, params: certain };
  if (redactor.value(given) === given) return given;
  const isForeign = typeof method === "string" && method.startsWith("_");
  const redacted = redactMembers(given, redactor, isForeign ? new Set(["params"]) : free);
  return redacted as Message;
}

/**
 * A value whose shape is known, without secrets; see {@link redactMessage}.
 *
 * @param below keys below which everything is free text
 */
export function redactMembers(
  value: unknown,
  redactor: Redactor,
  below: ReadonlySet<string> = free,
): unknown {
  if (typeof value === "string") return redactor.text(value);
  if (Array.isArray(value)) return value.map((item) => redactMembers(item, redactor, below));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, member]) => {
    if (below.has(key)) return [key, redactor.value(member)];
    if (isStructural(key) && !isObject(member)) return [key, member];
    return [key, redactMembers(member, redactor, below)];
  });
  // Gives every key its own property, `__proto__` as well.
  return Object.fromEntries(entries);
}

function isStructural(key: string): boolean {
  return structural.has(key) || key.endsWith("Id") || key.endsWith("_id");
}

function always(method: string, params: Members): Members {
  if (method === "authenticate") {
    const { methodId, ...rest } = params;
    if (Object.keys(rest).length === 0) return params;
    const marked = Object.entries(rest).map(([name]) => [name, mark(name)]);
    return { methodId, ...Object.fromEntries(marked) };
  }
  if (method === "terminal/create") return withValues(params, "env", namesSecret);
  const { mcpServers } = params;
  if (!withServers.has(method) || !Array.isArray(mcpServers)) return params;
  const servers = mcpServers.map((server: unknown) =>
    isObject(server) ? withValues(withValues(server, "env"), "headers") : server,
  );
  return servers.every((server, index) => server === mcpServers[index])
    ? params
    : { ...params, mcpServers: servers };
}

/** Replaces `value` of the items of a list; where it is asked, of those whose `name` is chosen. */
function withValues(holder: Members, list: string, isChosen?: (name: string) => boolean): Members {
  const items = holder[list];
  if (!Array.isArray(items) || items.length === 0) return holder;
  let hasChanged = false;
  const marked = items.map((item: unknown) => {
    if (!isObject(item) || item["value"] === undefined) return item;
    const name = String(item["name"]);
    if (isChosen?.(name) === false) return item;
    hasChanged = true;
    return { ...item, value: mark(name) };
  });
  return hasChanged ? { ...holder, [list]: marked } : holder;
}

function updateOf({ method, params }: Message): Members | undefined {
  if (method !== "session/update" || !isObject(params)) return undefined;
  const { update } = params;
  return isObject(update) ? update : undefined;
}

function contentOf(message: Message): Members | undefined {
  const content = updateOf(message)?.["content"];
  return isObject(content) && content["type"] === "text" ? content : undefined;
}

function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
