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

const prompt = (id: number) => ({
  id,
  method: "session/prompt",
  params: { sessionId: "s", prompt: [{ type: "text", text: "go" }] },
});
const say = (text: string, more: object = {}) => ({
  sessionUpdate: "agent_message_chunk",
  content: { type: "text", text },
  ...more,
});
const texts = (conversation: Conversation): string[] =>
  conversation.items().map((item) => {
    const blocks = item?.kind === "message" || item?.kind === "prompt" ? item.blocks : [];
    const text = blocks.map((block) => (block.type === "text" ? block.text : `[${block.type}]`));
    return `${item?.kind} ${text.join("|")}`.trim();
  });

it("puts a message together from its pieces, images among them", () => {
  const conversation = new Conversation("s").out(prompt(1));
  conversation.update(say("a")).update(say("b"));
  conversation.update({ ...say(""), content: { type: "image", data: "AAAA" } }).update(say("c"));
  expect(texts(conversation)).toEqual(["prompt go", "message ab|[image]|c"]);
});

it("begins another message where the agent says that it is another", () => {
  const conversation = new Conversation("s").out(prompt(1));
  conversation.update(say("a", { messageId: "1" })).update(say("b", { messageId: "1" }));
  conversation.update(say("c", { messageId: "2" })).update(say("d"));
  expect(texts(conversation)).toEqual(["prompt go", "message ab", "message cd"]);
});

it("keeps what comes late apart from the turn that has ended", () => {
  const conversation = new Conversation("s").out(prompt(1)).update(say("in time"));
  conversation.in({ id: 1, result: { stopReason: "cancelled" } }).update(say("late"));
  expect(texts(conversation)).toEqual(["prompt go", "message in time", "end", "message late"]);
});

it("counts what is told again, and does not show it twice", () => {
  const conversation = new Conversation("s").out(prompt(1)).update(say("a"));
  conversation.out({ id: 2, method: "session/load", params: { sessionId: "s" } });
  conversation.update(say("a")).update(say("again"));
  expect(conversation.items().at(-1)).toEqual({ kind: "replay", count: 2 });
});

it("shows a terminal in the call that shows it, whichever came first", () => {
  const shows = {
    sessionUpdate: "tool_call",
    toolCallId: "t",
    content: [{ type: "terminal", terminalId: "T" }],
  };
  const create = { id: 5, method: "terminal/create", params: { command: "ls", args: ["-l", 1] } };
  const made = { id: 5, result: { terminalId: "T" } };
  const early = new Conversation("s").out(prompt(1)).in(create).out(made).update(shows);
  expect(early.outline.entries[1]).toMatchObject({
    kind: "terminal",
    shownBy: { index: 2, line: 4 },
  });
  const late = new Conversation("s").out(prompt(1)).update(shows).in(create).out(made);
  expect(late.outline.entries[2]).toMatchObject({
    kind: "terminal",
    shownBy: { index: 1, line: 4 },
  });
  expect(late.outline.entries[1]?.terminals).toEqual([2]);
  expect(late.item(2)).toMatchObject({ id: "T", command: "ls", args: ["-l", "?"] });
});

it("tells how a terminal was at each line", () => {
  const conversation = new Conversation("s").out(prompt(1));
  conversation.in({ id: 1, method: "terminal/create", params: { command: "ls" } });
  conversation.out({ id: 1, result: { terminalId: "T" } });
  const about = (id: number, method: string, result: object) =>
    conversation.in({ id, method, params: { terminalId: "T" } }).out({ id, result });
  about(2, "terminal/output", { output: "a", truncated: false });
  about(3, "terminal/kill", {});
  about(4, "terminal/output", { output: "ab", truncated: true, exitStatus: { signal: "SIGTERM" } });
  about(5, "terminal/release", {});
  expect(conversation.outline.entries).toHaveLength(2);
  expect(conversation.item(1, 5)).toMatchObject({
    output: "a",
    isTruncated: false,
    ended: undefined,
  });
  expect(conversation.item(1, 7)).toMatchObject({ output: "a", ended: "killed" });
  expect(conversation.item(1)).toMatchObject({
    output: "ab",
    isTruncated: true,
    signal: "SIGTERM",
    ended: "killed",
  });
});

it("has one state of each kind in a turn, the last one", () => {
  const conversation = new Conversation("s").out(prompt(1));
  for (const used of [1, 2, 3]) conversation.update({ sessionUpdate: "usage_update", used });
  conversation.out(prompt(2)).update({ sessionUpdate: "usage_update", used: 4 });
  expect(conversation.items().filter((item) => item?.kind === "state")).toMatchObject([
    { update: { used: 3 } },
    { update: { used: 4 } },
  ]);
});

it("names what it does not understand", () => {
  const conversation = new Conversation("s");
  conversation.update({ sessionUpdate: "dance", steps: 3 }).update(say("x"), "other");
  conversation.in({ id: 77, result: 1 });
  expect(conversation.outline.entries.map(({ reason }) => reason)).toEqual([
    "An update of an unknown kind",
    "An update of another session",
    "An answer to nothing that was asked",
  ]);
  expect(conversation.item(0)).toMatchObject({ name: "dance", value: { steps: 3 } });
  expect(conversation.item(1)).toMatchObject({ name: "agent_message_chunk" });
  expect(conversation.item(2)).toMatchObject({ value: { id: 77 } });
});

it("keeps requests and notifications of both sides", () => {
  const conversation = new Conversation("s").out({ id: 0, method: "initialize", params: {} });
  conversation.in({ id: 0, error: { code: -32_000, message: "no" } });
  conversation.out({ method: "session/cancel", params: { sessionId: "s" } });
  conversation.in({ id: 3, method: "_example.org/ask", params: {} });
  expect(conversation.items()).toMatchObject([
    { kind: "call", outbound: true, answer: { error: { code: -32_000, message: "no" } } },
    { kind: "notification", outbound: true, method: "session/cancel" },
    { kind: "call", outbound: false, answer: undefined },
  ]);
});
