import { member, numberAt, textAt } from "./values.ts";

/**
 * A piece of content of a prompt, a message or a tool call. What an agent left out is undefined. `unknown` stands for
 * kinds of later versions of the protocol, and for what is no content at all.
 */
export type ContentBlock =
  | { readonly type: "text"; readonly text: string }
  | {
      readonly type: "image";
      /** Base64. */
      readonly data: string | undefined;
      readonly mimeType: string | undefined;
      readonly uri: string | undefined;
    }
  | {
      readonly type: "audio";
      /** Base64. */
      readonly data: string | undefined;
      readonly mimeType: string | undefined;
    }
  | {
      readonly type: "resource_link";
      readonly uri: string | undefined;
      /** Its title, or else its name. */
      readonly title: string | undefined;
      readonly description: string | undefined;
      readonly mimeType: string | undefined;
      /** In bytes. */
      readonly size: number | undefined;
    }
  | {
      readonly type: "resource";
      readonly uri: string | undefined;
      readonly mimeType: string | undefined;
      readonly text: string | undefined;
      /** Base64. */
      readonly blob: string | undefined;
    }
  | { readonly type: "unknown"; readonly value: unknown };

/** Reads a content block of the protocol. */
export function decodeContentBlock(value: unknown): ContentBlock {
  const mimeType = textAt(value, "mimeType");
  const uri = textAt(value, "uri");
  switch (textAt(value, "type")) {
    case "text": {
      const text = textAt(value, "text");
      return text === undefined ? { type: "unknown", value } : { type: "text", text };
    }
    case "image":
      return { type: "image", data: textAt(value, "data"), mimeType, uri };
    case "audio":
      return { type: "audio", data: textAt(value, "data"), mimeType };
    case "resource_link":
      return {
        type: "resource_link",
        uri,
        title: textAt(value, "title") ?? textAt(value, "name"),
        description: textAt(value, "description"),
        mimeType,
        size: numberAt(value, "size"),
      };
    case "resource": {
      const resource = member(value, "resource");
      return {
        type: "resource",
        uri: textAt(resource, "uri"),
        mimeType: textAt(resource, "mimeType"),
        text: textAt(resource, "text"),
        blob: textAt(resource, "blob"),
      };
    }
    default:
      return { type: "unknown", value };
  }
}
