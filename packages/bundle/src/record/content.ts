import { member, objectAt, textAt } from "./values.ts";

/** A piece of a user's message. */
export type UserContent =
  | { readonly Text: string }
  | { readonly Mention: { readonly uri: string; readonly content: string } }
  | { readonly Image: { readonly source: string; readonly size: null } }
  | { readonly Audio: { readonly source: string; readonly mime_type: string } };

/** A content block of a prompt, in the form of the record; undefined for one that is none. */
export function userContent(block: unknown): UserContent | undefined {
  const uri = textAt(block, "uri");
  const data = textAt(block, "data");
  switch (textAt(block, "type")) {
    case "text": {
      const text = textAt(block, "text");
      return text === undefined ? undefined : { Text: text };
    }
    case "image":
      return data === undefined ? undefined : { Image: { source: data, size: null } };
    case "audio": {
      const mimeType = textAt(block, "mimeType") ?? "";
      return data === undefined ? undefined : { Audio: { source: data, mime_type: mimeType } };
    }
    case "resource_link":
      return uri === undefined ? undefined : { Mention: { uri, content: linkName(block, uri) } };
    case "resource":
      return embedded(block);
    default:
      return undefined;
  }
}

/**
 * A content block of the agent as text: what it says, or what it is. Empty for one that is none.
 * The agent's messages in a record have nothing but text.
 */
export function agentText(block: unknown): string {
  switch (textAt(block, "type")) {
    case "text":
      return textAt(block, "text") ?? "";
    case "image":
    case "audio":
      return `[${textAt(block, "type")}] ${textAt(block, "mimeType") ?? ""}`.trim();
    case "resource_link":
      return linkName(block, textAt(block, "uri") ?? "");
    case "resource": {
      const resource = member(block, "resource");
      return textAt(resource, "text") ?? textAt(resource, "uri") ?? "";
    }
    default:
      return "";
  }
}

/** The content of a tool call as text, a line for each part. */
export function toolText(content: readonly unknown[]): string {
  return content
    .map((part) => {
      switch (textAt(part, "type")) {
        case "content":
          return agentText(objectAt(part, "content"));
        case "diff":
          return `[diff] ${textAt(part, "path") ?? ""}`.trim();
        case "terminal":
          return `[terminal] ${textAt(part, "terminalId") ?? ""}`.trim();
        default:
          return "";
      }
    })
    .filter((text) => text !== "")
    .join("\n");
}

function linkName(block: unknown, uri: string): string {
  return textAt(block, "title") ?? textAt(block, "name") ?? uri;
}

function embedded(block: unknown): UserContent | undefined {
  const resource = objectAt(block, "resource");
  const text = textAt(resource, "text");
  if (text !== undefined) return { Text: text };
  const uri = textAt(resource, "uri");
  return uri === undefined ? undefined : { Mention: { uri, content: uri } };
}
