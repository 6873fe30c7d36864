import type { ContentBlock, SessionUpdate, ToolCallContent } from "@agentclientprotocol/sdk";
import type { Steps, ToolFields, ToolScript } from "./script.ts";
import { split, tinyAudio, tinyImage } from "./texts.ts";

type Kind = "agent_message_chunk" | "agent_thought_chunk" | "user_message_chunk";

/** The updates for a text in chunks. */
export function chunks(
  sessionUpdate: Kind,
  text: string | readonly string[],
  { repeat, split: size, messageId }: Steps["text"] | Steps["thought"] | Steps["user"],
): SessionUpdate[] {
  const whole = repeat === undefined || typeof text !== "string" ? text : text.repeat(repeat);
  const list =
    typeof whole !== "string" ? whole : size === undefined ? [whole] : split(whole, size);
  return list.map((part) => ({
    sessionUpdate,
    content: { type: "text", text: part },
    ...(messageId !== undefined && { messageId }),
  }));
}

export function imageBlock(image: Steps["image"]["image"]): ContentBlock {
  return { type: "image", data: tinyImage, mimeType: "image/png", ...(image !== true && image) };
}

export function audioBlock(audio: Steps["audio"]["audio"]): ContentBlock {
  return { type: "audio", data: tinyAudio, mimeType: "audio/wav", ...(audio !== true && audio) };
}

export function plan(entries: Steps["plan"]["plan"]): SessionUpdate {
  return {
    sessionUpdate: "plan",
    entries: entries.map((entry) => ({
      content: typeof entry === "string" ? entry : "",
      priority: "medium",
      status: "pending",
      ...(typeof entry === "object" && entry),
    })),
  };
}

export function commands(list: Steps["commands"]["commands"]): SessionUpdate {
  return {
    sessionUpdate: "available_commands_update",
    availableCommands: list.map((command) => ({
      name: typeof command === "string" ? command : "",
      description: "A command of the script",
      ...(typeof command === "object" && command),
    })),
  };
}

/** The fields of a tool call, with plain texts made into content. */
export function toolFields({ id, content, ...rest }: ToolFields) {
  return {
    ...rest,
    toolCallId: id,
    ...(content !== undefined && { content: content.map(toolContent) }),
  };
}

/** A tool call and its later updates. */
export function toolUpdates({ updates = [], ...tool }: ToolScript): SessionUpdate[] {
  const first = { title: tool.id, status: "pending", ...toolFields(tool) };
  return [
    { sessionUpdate: "tool_call", ...first } as SessionUpdate,
    ...updates.map((update) => toolUpdate({ ...update, id: tool.id })),
  ];
}

export function toolUpdate(tool: ToolFields): SessionUpdate {
  return { sessionUpdate: "tool_call_update", ...toolFields(tool) };
}

function toolContent(content: string | ToolCallContent): ToolCallContent {
  if (typeof content !== "string") return content;
  return { type: "content", content: { type: "text", text: content } };
}
