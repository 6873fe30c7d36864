import type { SessionRecord } from "@flow-bundle/schema";
import { expect, it } from "vitest";
import { Fixture } from "../testing/fixtures.ts";
import { sessionOf } from "../testing/sessions.ts";
import { createRecordFold, recordFacts } from "./record-fold.ts";

// Sessions that acpx 0.19.1 recorded with the scripted agent of examples/agents, made of what agents seldom send.

function folded(name: string): { ours: SessionRecord; theirs: SessionRecord } {
  const { binding, events, record } = sessionOf(new Fixture(`records/${name}`), "");
  const fold = createRecordFold(binding);
  for (const event of events) fold.apply(event);
  return { ours: fold.record(recordFacts(record)), theirs: record };
}

/** With the ids of the other record, and without times and what only acpx keeps. */
function comparable(record: SessionRecord, ids: readonly string[]): object {
  const { lastUsedAt: _1, lastPromptAt: _2, updated_at: _3, eventLog: _4, ...rest } = record;
  const { available_model_names: _5, current_model_id: _6, ...acpx } = rest.acpx ?? {};
  const { available_models: _7, model_control: _8, current_mode_id: _9, ...known } = acpx;
  const own = idsOf(record);
  const text = JSON.stringify({ ...rest, acpx: known });
  return JSON.parse(
    own.reduce((all, id, index) => all.replaceAll(id, ids[index] ?? ""), text),
  ) as object;
}

function idsOf({ messages }: SessionRecord): string[] {
  return messages.flatMap((message) =>
    typeof message === "object" && message.User !== undefined ? [message.User.id] : [],
  );
}

/** The text of a message's content. */
function setText(record: SessionRecord, message: number, piece: number, text: string): void {
  const found = record.messages[message] as { Agent: { content: unknown[] } };
  found.Agent.content[piece] = { Text: text };
}

it("makes of all kinds of updates what acpx makes of them, apart from what acpx leaves out", () => {
  const { ours, theirs } = folded("updates");
  setText(theirs, 1, 2, "c[image] image/pngdxytext[audio] audio/wav");
  const { Agent } = theirs.messages[1] as { Agent: { tool_results: Record<string, object> } };
  const { tool_results: results } = Agent;
  results["t2"] = { ...results["t2"], content: { Text: "[diff] /p" } };
  results["t3b"] = { ...results["t3b"], content: { Text: "zz" } };
  results["t3e"] = { ...results["t3e"], content: { Text: "[terminal] tt" } };
  // Tokens that an update tells belong to the prompt, which in the end tells others.
  const [, second = ""] = idsOf(theirs);
  delete theirs.request_token_usage[second];
  expect(comparable(ours, idsOf(theirs))).toEqual(comparable(theirs, idsOf(theirs)));
  // As session/load told it last.
  expect(ours.acpx?.["current_mode_id"]).toBe("ask");
});

it("joins the chunks of a user's message, and makes of odd updates what acpx makes of them", () => {
  const { ours, theirs } = folded("oddities");
  const [prompt, u1, u2, blank, image, ...more] = theirs.messages;
  const ids = idsOf(theirs);
  const content = [{ Text: "u1u2" }, { Image: { source: "AAAA", size: null } }];
  expect([u2, blank, image].map((message) => Object.keys(message ?? {}))).toEqual(
    Array.from({ length: 3 }, () => ["User"]),
  );
  const joined = { User: { id: (u1 as { User: { id: string } }).User.id, content } };
  theirs.messages = [prompt, joined, ...more] as SessionRecord["messages"];
  const { Agent } = more[0] as { Agent: { content: unknown[] } };
  Agent.content.push({ Thinking: { text: "[image] image/png", signature: null } });
  delete theirs.request_token_usage[ids[4] ?? ""];
  theirs.acpx = { available_commands: [] };
  expect(comparable(ours, idsOf(theirs))).toEqual(comparable(theirs, idsOf(theirs)));
});
