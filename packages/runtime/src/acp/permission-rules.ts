import type { RequestPermissionRequest, ToolKind } from "@agentclientprotocol/sdk";
import type { PermissionPolicy, PermissionPolicyAction } from "../authoring/types.ts";
import { members } from "./messages.ts";

type ToolCall = RequestPermissionRequest["toolCall"];

/** Agents that give no kind say it with the first word of the title. */
const wordsOfKinds: readonly (readonly [kind: ToolKind, ...words: string[]])[] = [
  ["read", "read", "cat"],
  ["search", "search", "find", "grep"],
  ["edit", "edit", "write", "patch"],
  ["delete", "delete", "remove"],
  ["move", "move", "rename"],
  ["execute", "execute", "run", "bash"],
  ["fetch", "fetch", "http", "url"],
  ["think", "think"],
];
const kindOfWord: ReadonlyMap<string, ToolKind> = new Map(
  wordsOfKinds.flatMap(([kind, ...words]) => words.map((word) => [word, kind] as const)),
);

/** The kind of a tool call, as the agent says or as its title lets suppose. */
export function kindOf({ kind, title }: ToolCall): ToolKind {
  return kind ?? kindOfWord.get(firstWord(title ?? "")) ?? "other";
}

/** What the rules say of a tool call; undefined: nothing. */
export function ruleOn(
  toolCall: ToolCall,
  { autoDeny = [], autoApprove = [], escalate = [], defaultAction }: PermissionPolicy,
): PermissionPolicyAction | undefined {
  const names = namesOf(toolCall);
  const fits = (rules: readonly string[]) =>
    rules.map(normal).some((rule) => rule === "*" || names.has(rule));
  if (fits(autoDeny)) return "deny";
  if (fits(autoApprove)) return "approve";
  return fits(escalate) ? "escalate" : defaultAction;
}

/** What a rule can call a tool call. */
function namesOf(toolCall: ToolCall): ReadonlySet<string> {
  const { title, rawInput } = toolCall;
  const { name, tool, toolName } = members(rawInput);
  const given = [kindOf(toolCall), title, firstWord(title ?? ""), name, tool, toolName];
  const names = given.filter((text) => typeof text === "string").map(normal);
  return new Set(names.filter((text) => text !== ""));
}

function firstWord(title: string): string {
  const [word = ""] = normal(title).split(/[:\s]/, 1);
  return word;
}

function normal(text: string): string {
  return text.trim().toLowerCase();
}
