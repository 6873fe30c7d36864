import type { SessionEvent } from "@flow-bundle/schema";

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

/** True for the request that begins a turn. */
export function isPrompt(event: SessionEvent): boolean {
  return event.direction === "outbound" && messageOf(event).method === "session/prompt";
}

/** The text of an agent_message_chunk that the agent sent; undefined for every other message. */
export function chunkText(event: SessionEvent): string | undefined {
  if (event.direction !== "inbound" || messageOf(event).method !== "session/update")
    return undefined;
  const { sessionUpdate, content } = membersOf(membersOf(messageOf(event).params)["update"]);
  if (sessionUpdate !== "agent_message_chunk") return undefined;
  const { type, text } = membersOf(content);
  return type === "text" && typeof text === "string" ? text : undefined;
}

function membersOf(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
