import { expect, it } from "vitest";
import { fixturesIn, goldenFixtures } from "../testing/fixtures.ts";
import { sessionsOf } from "../testing/sessions.ts";
import { createRecordFold } from "../record/record-fold.ts";
import type { ConversationItem } from "./item.ts";
import { Conversation } from "./testing/conversation.ts";

const sessions = [...goldenFixtures(), ...fixturesIn("third-party/acpx-0.19.1")].flatMap(
  sessionsOf,
);

/** What both have of a conversation: texts of each side in a row, tool calls at the place of their first event. */
function inShort(pieces: readonly (readonly [string, string])[]): string[] {
  const joined: [string, string][] = [];
  for (const [role, text] of pieces) {
    const last = joined.at(-1);
    if (last !== undefined && last[0] === role && role !== "tool") last[1] += text;
    else if (text !== "") joined.push([role, text]);
  }
  return joined.map(([role, text]) => `${role}: ${text}`);
}

function ofItem(item: ConversationItem | undefined): [string, string][] {
  switch (item?.kind) {
    case "prompt":
    case "message": {
      const role = item.kind === "prompt" ? "user" : item.role;
      return item.blocks.map((block) => [role, block.type === "text" ? block.text : ""]);
    }
    case "tool":
      return [["tool", item.call.id]];
    default:
      return [];
  }
}

it.each(sessions)("$name has what its record has", ({ binding, events }) => {
  const conversation = new Conversation(binding.acpSessionId);
  const fold = createRecordFold(binding);
  for (const event of events) {
    conversation.apply(event);
    fold.apply(event);
  }
  const { messages } = fold.record({ createdAt: "2026-01-01T00:00:00.000Z" });
  const ofRecord = messages.flatMap((message): [string, string][] => {
    if (typeof message === "string") return [];
    if (message.User !== undefined) {
      return message.User.content.map((piece) => ["user", (piece as { Text?: string }).Text ?? ""]);
    }
    return (message.Agent?.content ?? []).map((piece): [string, string] => {
      const { Text, Thinking, ToolUse } = piece as {
        Text?: string;
        Thinking?: { text: string };
        ToolUse?: { id: string };
      };
      if (ToolUse !== undefined) return ["tool", ToolUse.id];
      return Thinking === undefined ? ["agent", Text ?? ""] : ["thought", Thinking.text];
    });
  });
  expect(inShort(conversation.items().flatMap(ofItem))).toEqual(inShort(ofRecord));
});

it.each(sessions)("$name has each line in one thing", ({ binding, events }) => {
  const conversation = new Conversation(binding.acpSessionId);
  for (const event of events) conversation.apply(event);
  const { entries } = conversation.outline;
  const firsts = entries.map(({ lines }) => lines[0] ?? 0);
  expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
  const lines = entries.flatMap((entry) => entry.lines).toSorted((a, b) => a - b);
  expect(lines).toEqual(events.map((_, i) => i + 1));
});
