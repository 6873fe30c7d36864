import { describe, expect, it } from "vitest";
import { SessionProtocol } from "./protocol.ts";

const outbound = "outbound";
const inbound = "inbound";

describe("pairing", () => {
  it("goes by id and opposite direction, and takes the last request of an id", () => {
    const protocol = new SessionProtocol("s");
    protocol.next(1, outbound, { id: 1, method: "session/prompt", params: {} });
    protocol.next(2, inbound, { id: 1, method: "fs/read_text_file" });
    protocol.next(3, inbound, { id: 1, method: "fs/write_text_file" });
    expect(protocol.next(4, outbound, { id: 1, result: {} })).toMatchObject({
      kind: "answer",
      request: { method: "fs/write_text_file", position: 3, outbound: false },
    });
    expect(protocol.next(5, inbound, { id: 1, error: { code: 1 } })).toMatchObject({
      kind: "answer",
      request: { method: "session/prompt", position: 1, turn: 1 },
      result: undefined,
      error: { code: 1 },
    });
  });

  it("tells a number from the text of the same digits", () => {
    const protocol = new SessionProtocol("s");
    protocol.next(1, outbound, { id: "1", method: "authenticate" });
    expect(protocol.next(2, inbound, { id: 1, result: {} }).kind).toBe("stray");
    expect(protocol.next(3, inbound, { id: "1", result: {} }).kind).toBe("answer");
  });

  it("leaves what a process that is gone was asked without an answer", () => {
    const protocol = new SessionProtocol("s");
    protocol.next(1, outbound, { id: 1, method: "session/prompt" });
    protocol.next(2, inbound, { id: 9, method: "terminal/create" });
    protocol.next(3, outbound, { id: 0, method: "initialize" });
    expect(protocol.next(4, inbound, { id: 1, result: {} }).kind).toBe("stray");
    expect(protocol.next(5, outbound, { id: 9, result: {} }).kind).toBe("stray");
    expect(protocol.next(6, inbound, { id: 0, result: {} }).kind).toBe("answer");
  });
});

describe("updates", () => {
  const update = (sessionId?: unknown) => ({
    method: "session/update",
    params: { sessionId, update: { sessionUpdate: "plan", entries: [] } },
  });

  it("are of the session that the agent named last", () => {
    const protocol = new SessionProtocol(undefined);
    expect(protocol.next(1, inbound, update("any"))).toMatchObject({ origin: "session" });
    protocol.next(2, outbound, { id: 1, method: "session/new", params: {} });
    protocol.next(3, inbound, { id: 1, result: { sessionId: "new" } });
    expect(protocol.next(4, inbound, update("any"))).toMatchObject({ origin: "other" });
    expect(protocol.next(5, inbound, update("new"))).toMatchObject({ origin: "session" });
    expect(protocol.next(6, inbound, update())).toMatchObject({ origin: "session" });
  });

  it("are told again between session/load and the next prompt", () => {
    const protocol = new SessionProtocol("s");
    protocol.next(1, outbound, { id: 1, method: "session/load", params: { sessionId: "s" } });
    expect(protocol.next(2, inbound, update("s"))).toMatchObject({ origin: "replay" });
    protocol.next(3, inbound, { id: 1, result: {} });
    expect(protocol.next(4, inbound, update("s"))).toMatchObject({ origin: "replay" });
    protocol.next(5, outbound, { id: 2, method: "session/prompt", params: {} });
    expect(protocol.next(6, inbound, update("s"))).toMatchObject({ origin: "session" });
  });
});

it.each([
  ["null", null],
  ["a list", []],
  ["a method that is no text", { id: 1, method: 5 }],
  ["an update without an update", { method: "session/update", params: 7 }],
  ["an id that is an object", { id: {}, method: "x" }],
])("%s is no reason to throw", (_, message) => {
  const protocol = new SessionProtocol("s");
  expect(["stray", "update", "notification"]).toContain(protocol.next(1, inbound, message).kind);
});
