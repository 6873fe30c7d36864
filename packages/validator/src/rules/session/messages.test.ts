import type { SessionEvent } from "@flow-bundle/schema";
import { describe, expect, it } from "vitest";
import { chunkText, isPrompt } from "./messages.ts";

function event(message: object, direction: SessionEvent["direction"] = "inbound"): SessionEvent {
  const at = "2026-03-02T09:15:00.000Z";
  return { seq: 1, at, direction, message: { jsonrpc: "2.0", ...message } };
}

function update(members: unknown): object {
  return { method: "session/update", params: { update: members } };
}

const content = { type: "text", text: "hi" };
const sessionUpdate = "agent_message_chunk";

describe("chunkText", () => {
  it("is the text of an agent's message chunk", () => {
    expect(chunkText(event(update({ sessionUpdate, content })))).toBe("hi");
  });

  it.each([
    ["from the client", event(update({ sessionUpdate, content }), "outbound")],
    ["of the user", event(update({ sessionUpdate: "user_message_chunk", content }))],
    ["an image", event(update({ sessionUpdate, content: { ...content, type: "image" } }))],
    ["text that is none", event(update({ sessionUpdate, content: { type: "text", text: 1 } }))],
    ["no content", event(update({ sessionUpdate, content: null }))],
    ["no update", event(update(null))],
    ["no params", event({ method: "session/update", params: 7 })],
    ["another method", event({ method: "x", params: { update: { sessionUpdate, content } } })],
    ["a response", event({ id: 1, result: {} })],
  ])("is undefined for what is not one: %s", (_name, other) => {
    expect(chunkText(other)).toBeUndefined();
  });
});

it("isPrompt knows the request that begins a turn", () => {
  expect(isPrompt(event({ id: 1, method: "session/prompt" }, "outbound"))).toBe(true);
  expect(isPrompt(event({ id: 1, method: "session/prompt" }))).toBe(false);
  expect(isPrompt(event({ id: 1, method: "session/new" }, "outbound"))).toBe(false);
});
