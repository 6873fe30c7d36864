import type { EntryHead } from "../../session/batch.ts";

/** Who a thing is of, and what it is called; `who` is "" for what nobody says. */
export interface Head {
  readonly who: string;
  readonly side: "user" | "agent" | "aside";
}

const heads: ReadonlyMap<EntryHead["kind"], Head> = new Map([
  ["prompt", { who: "Prompt", side: "user" }],
  ["tool", { who: "Tool call", side: "agent" }],
  ["plan", { who: "Plan", side: "agent" }],
  ["permission", { who: "Permission", side: "agent" }],
  ["elicitation", { who: "Question", side: "agent" }],
  ["terminal", { who: "Terminal", side: "agent" }],
  ["file", { who: "File", side: "agent" }],
  ["notice", { who: "Notice", side: "agent" }],
  ["compaction", { who: "Compaction", side: "agent" }],
]);

/** The head of a thing in a conversation. */
export function headOf({ kind, role }: Pick<EntryHead, "kind" | "role">): Head {
  if (kind === "message") {
    if (role === "thought") return { who: "Thought", side: "agent" };
    return role === "user" ? { who: "User", side: "user" } : { who: "Agent", side: "agent" };
  }
  return heads.get(kind) ?? { who: "", side: "aside" };
}
