import { decodeContentBlock, type ContentBlock } from "./content-block.ts";
import { listIn, member, numberAt, textAt, type Json } from "./values.ts";

/** Something that a tool call shows. */
export type ToolContent =
  | { readonly type: "content"; readonly block: ContentBlock }
  | {
      readonly type: "diff";
      readonly path: string;
      /** Undefined for a new file. */
      readonly oldText: string | undefined;
      readonly newText: string;
    }
  | { readonly type: "terminal"; readonly terminalId: string }
  | { readonly type: "unknown"; readonly value: unknown };

/** A place that a tool call works on. */
export interface ToolLocation {
  readonly path: string;
  readonly line: number | undefined;
}

/** What is known of a tool call. */
export interface ToolCall {
  readonly id: string;
  readonly title: string | undefined;
  /** Of the tool, as a program calls it. */
  readonly name: string | undefined;
  /** Such as `read` or `execute`. */
  readonly toolKind: string | undefined;
  /** Such as `pending`, `in_progress`, `completed` or `failed`. */
  readonly status: string | undefined;
  readonly input: unknown;
  readonly output: unknown;
  readonly content: readonly ToolContent[];
  readonly locations: readonly ToolLocation[];
}

/** A tool call after a `tool_call` or a `tool_call_update`: what that does not tell stays as it was. */
export function updatedToolCall(id: string, before: ToolCall | undefined, told: Json): ToolCall {
  return {
    id,
    title: textAt(told, "title") || before?.title,
    name: textAt(told, "name") ?? before?.name,
    toolKind: textAt(told, "kind") ?? before?.toolKind,
    status: textAt(told, "status") ?? before?.status,
    input: member(told, "rawInput") ?? before?.input,
    output: member(told, "rawOutput") ?? before?.output,
    content: listIn(told, "content")?.map(toolContent) ?? before?.content ?? [],
    locations: listIn(told, "locations")?.map(toolLocation) ?? before?.locations ?? [],
  };
}

function toolContent(value: unknown): ToolContent {
  const type = textAt(value, "type");
  switch (type) {
    case "content":
      return { type, block: decodeContentBlock(member(value, "content")) };
    case "diff":
      return {
        type,
        path: textAt(value, "path") ?? "",
        oldText: textAt(value, "oldText"),
        newText: textAt(value, "newText") ?? "",
      };
    case "terminal":
      return { type, terminalId: textAt(value, "terminalId") ?? "" };
    default:
      return { type: "unknown", value };
  }
}

function toolLocation(value: unknown): ToolLocation {
  return { path: textAt(value, "path") ?? "", line: numberAt(value, "line") };
}
