import { decodeContentBlock, type ContentBlock } from "./content-block.ts";
import { isObject, listAt, listIn, member, numberAt, textAt, type Json } from "./values.ts";

/** Who says a piece of a message. `thought` is what the agent says to itself. */
export type Role = "user" | "agent" | "thought";

/** An entry of the agent's plan. */
export interface PlanEntry {
  readonly content: string;
  /** Such as `pending`, `in_progress` or `completed`. */
  readonly status: string | undefined;
  /** Such as `high`, `medium` or `low`. */
  readonly priority: string | undefined;
}

/** A command that the agent offers. */
export interface AgentCommand {
  readonly name: string;
  readonly description: string | undefined;
  readonly hasInput: boolean;
}

/** What the session has cost so far, as the agent tells it. */
export interface SessionCost {
  readonly amount: number | undefined;
  readonly currency: string | undefined;
}

/** What an update tells; undefined is what it leaves out. */
export type UpdateContent =
  | {
      readonly kind: "chunk";
      readonly role: Role;
      readonly block: ContentBlock;
      /** Another id than before begins another message. */
      readonly messageId: string | undefined;
    }
  /** `tool_call` and `tool_call_update`: they mean the same. See `updatedToolCall`. */
  | { readonly kind: "tool"; readonly id: string }
  | { readonly kind: "plan"; readonly entries: readonly PlanEntry[] }
  | { readonly kind: "commands"; readonly commands: readonly AgentCommand[] | undefined }
  | { readonly kind: "mode"; readonly modeId: string | undefined }
  | { readonly kind: "config"; readonly options: readonly unknown[] | undefined }
  /** `title` is null when the agent takes it away. */
  | { readonly kind: "info"; readonly title: string | null | undefined }
  | {
      readonly kind: "usage";
      /** Tokens in the context, and how many there is room for. */
      readonly used: number | undefined;
      readonly size: number | undefined;
      readonly cost: SessionCost;
      /** Token counts of the turn, which some agents add as `_meta.usage`. */
      readonly tokens: unknown;
    }
  | {
      readonly kind: "notice";
      /** Such as `info`, `warning` or `error`. */
      readonly severity: string | undefined;
      readonly title: string | undefined;
      readonly description: string | undefined;
    }
  /** The agent makes its context smaller. */
  | {
      readonly kind: "compaction";
      readonly id: string | undefined;
      readonly status: string | undefined;
      /** The summary that is kept, when it comes whole. */
      readonly summary: readonly ContentBlock[] | undefined;
      readonly error: string | undefined;
    }
  | {
      readonly kind: "compaction-summary";
      readonly id: string | undefined;
      readonly block: ContentBlock;
    }
  | { readonly kind: "unknown" };

/** A `session/update`. */
export type SessionUpdate = UpdateContent & {
  /** `sessionUpdate` of the update; "" when it has none. */
  readonly name: string;
  /** The update as it came. */
  readonly value: Json;
};

/**
 * The kinds of updates that are understood, by their names in version 1 of the protocol. Every other one is `unknown`
 * and keeps its name.
 */
export const knownUpdates = [
  "user_message_chunk",
  "agent_message_chunk",
  "agent_thought_chunk",
  "tool_call",
  "tool_call_update",
  "plan",
  "available_commands_update",
  "current_mode_update",
  "config_option_update",
  "session_info_update",
  "usage_update",
  "notice",
  "compaction_update",
  "compaction_summary_chunk",
] as const;

/** Reads the `update` of a `session/update`. It never throws. */
export function decodeUpdate(value: Json): SessionUpdate {
  const name = textAt(value, "sessionUpdate") ?? "";
  return { ...contentOf(name as (typeof knownUpdates)[number], value), name, value };
}

function contentOf(name: (typeof knownUpdates)[number], value: Json): UpdateContent {
  switch (name) {
    case "user_message_chunk":
      return chunk("user", value);
    case "agent_message_chunk":
      return chunk("agent", value);
    case "agent_thought_chunk":
      return chunk("thought", value);
    case "tool_call":
    case "tool_call_update": {
      const id = textAt(value, "toolCallId");
      return id === undefined ? { kind: "unknown" } : { kind: "tool", id };
    }
    case "plan":
      return { kind: "plan", entries: listAt(value, "entries").map(planEntry) };
    case "available_commands_update": {
      const commands = listIn(value, "availableCommands")?.flatMap(command);
      return { kind: "commands", commands };
    }
    case "current_mode_update":
      return { kind: "mode", modeId: textAt(value, "currentModeId") };
    case "config_option_update":
      return { kind: "config", options: listIn(value, "configOptions") };
    case "session_info_update": {
      const title = member(value, "title");
      return { kind: "info", title: title === null ? null : textAt(value, "title") };
    }
    case "usage_update":
      return usage(value);
    case "notice":
      return {
        kind: "notice",
        severity: textAt(value, "severity"),
        title: textAt(value, "title"),
        description: textAt(value, "description"),
      };
    case "compaction_update":
      return {
        kind: "compaction",
        id: textAt(value, "compactionId"),
        status: textAt(value, "status"),
        summary: listIn(value, "summary")?.map(decodeContentBlock),
        error: textAt(value, "error"),
      };
    case "compaction_summary_chunk": {
      const block = decodeContentBlock(member(value, "content"));
      return { kind: "compaction-summary", id: textAt(value, "compactionId"), block };
    }
    default:
      return { kind: "unknown" };
  }
}

function chunk(role: Role, value: Json): UpdateContent {
  const block = decodeContentBlock(member(value, "content"));
  return { kind: "chunk", role, block, messageId: textAt(value, "messageId") };
}

function planEntry(entry: unknown): PlanEntry {
  return {
    content: textAt(entry, "content") ?? "",
    status: textAt(entry, "status"),
    priority: textAt(entry, "priority"),
  };
}

function command(value: unknown): AgentCommand[] {
  const name = textAt(value, "name");
  if (name === undefined) return [];
  const hasInput = isObject(member(value, "input"));
  return [{ name, description: textAt(value, "description"), hasInput }];
}

function usage(value: Json): UpdateContent {
  const cost = member(value, "cost");
  return {
    kind: "usage",
    used: numberAt(value, "used"),
    size: numberAt(value, "size"),
    cost: { amount: numberAt(cost, "amount"), currency: textAt(cost, "currency") },
    tokens: member(member(value, "_meta"), "usage"),
  };
}
