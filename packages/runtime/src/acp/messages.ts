/** A JSON-RPC message as it came; everything in it is foreign. */
export interface Message {
  readonly jsonrpc: "2.0";
  readonly [key: string]: unknown;
}

/** The message in a line, or undefined when it is none. */
export function parseMessage(line: string): Message | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  return isObject(value) && value["jsonrpc"] === "2.0" ? (value as Message) : undefined;
}

/** True for what asks for an answer. */
export function isRequest(message: Message): boolean {
  return typeof message["method"] === "string" && Object.hasOwn(message, "id");
}

/** True for the answer to a request. */
export function isResponse(message: Message): boolean {
  return !Object.hasOwn(message, "method") && Object.hasOwn(message, "id");
}

/** The text of an `agent_message_chunk`, or undefined for any other message. */
export function chunkText(message: Message): string | undefined {
  if (message["method"] !== "session/update") return undefined;
  const update = members(members(message["params"])["update"]);
  if (update["sessionUpdate"] !== "agent_message_chunk") return undefined;
  const { type, text } = members(update["content"]);
  return type === "text" && typeof text === "string" ? text : undefined;
}

/** The members of an object; none of anything else. */
export function members(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
