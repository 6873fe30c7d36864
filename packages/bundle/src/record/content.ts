import type { ContentBlock } from "../session/content-block.ts";
import type { ToolContent } from "../session/tool-call.ts";

/** A piece of a user's message. */
export type UserContent =
  | { readonly Text: string }
  | { readonly Mention: { readonly uri: string; readonly content: string } }
  | { readonly Image: { readonly source: string; readonly size: null } }
  | { readonly Audio: { readonly source: string; readonly mime_type: string } };

/** A content block of a prompt, in the form of the record; undefined for one that has nothing to keep. */
export function userContent(block: ContentBlock): UserContent | undefined {
  switch (block.type) {
    case "text":
      return { Text: block.text };
    case "image":
      return block.data === undefined ? undefined : { Image: { source: block.data, size: null } };
    case "audio": {
      const { data, mimeType = "" } = block;
      return data === undefined ? undefined : { Audio: { source: data, mime_type: mimeType } };
    }
    case "resource_link": {
      const { uri, title } = block;
      return uri === undefined ? undefined : { Mention: { uri, content: title ?? uri } };
    }
    case "resource": {
      const { uri, text } = block;
      if (text !== undefined) return { Text: text };
      return uri === undefined ? undefined : { Mention: { uri, content: uri } };
    }
    case "unknown":
      return undefined;
  }
}

/**
 * A content block of the agent as text: what it says, or what it is. Empty for one that is unknown. The agent's messages
 * in a record have nothing but text.
 */
export function agentText(block: ContentBlock): string {
  switch (block.type) {
    case "text":
      return block.text;
    case "image":
    case "audio":
      return `[${block.type}] ${block.mimeType ?? ""}`.trim();
    case "resource_link":
      return block.title ?? block.uri ?? "";
    case "resource":
      return block.text ?? block.uri ?? "";
    case "unknown":
      return "";
  }
}

/** The content of a tool call as text, a line for each part. */
export function toolText(content: readonly ToolContent[]): string {
  return content
    .map((part) => {
      switch (part.type) {
        case "content":
          return agentText(part.block);
        case "diff":
          return `[diff] ${part.path}`.trim();
        case "terminal":
          return `[terminal] ${part.terminalId}`.trim();
        case "unknown":
          return "";
      }
    })
    .filter((text) => text !== "")
    .join("\n");
}
