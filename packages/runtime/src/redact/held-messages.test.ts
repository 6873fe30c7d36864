import type { NewMessage } from "@flow-bundle/bundle";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { HeldMessages } from "./held-messages.ts";
import { createRedactor } from "./secrets.ts";

const secret = "tok-tok-0123456789";
const env = { MY_TOKEN: secret, LONG_KEY: `${secret}-and-more`, OTHER_SECRET: "9-unlike" };

function update(sessionUpdate: string, more: object): NewMessage {
  const params = { sessionId: "s", update: { sessionUpdate, ...more } };
  return { direction: "inbound", message: { jsonrpc: "2.0", method: "session/update", params } };
}

function chunk(text: string, kind = "agent_message_chunk"): NewMessage {
  return update(kind, { content: { type: "text", text } });
}

/** What was written, and what is written from now on. */
function gate() {
  const written: NewMessage[] = [];
  let notes = 0;
  const held = new HeldMessages(
    createRedactor(env),
    (message) => void written.push(message),
    () => void notes++,
  );
  return { held, written, notes: () => notes };
}

function textOf({ message }: NewMessage): string {
  const { update: said } = (message["params"] ?? {}) as {
    update?: { content?: { text?: string } };
  };
  return said?.content?.text ?? "";
}

test.each(Array.from(secret, (_, at) => at))(
  "a secret that is split after %i units is found",
  (at) => {
    const { held, written, notes } = gate();
    for (const text of [`it is ${secret.slice(0, at)}`, `${secret.slice(at)}, no?`])
      held.take(chunk(text));
    held.release();
    expect(written.map(textOf).join("")).toBe("it is [REDACTED:MY_TOKEN], no?");
    expect(written).toHaveLength(2);
    expect(notes()).toBeGreaterThan(0);
  },
);

test("however a text is split, it is redacted as if it were whole", () => {
  const piece = fc.constantFrom(
    secret,
    "tok-",
    "tok",
    "9-unlike",
    "-and-more",
    "9-un",
    "x",
    " ",
    "0",
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, fc.array(fc.nat(8), { maxLength: 40 }), (whole, lengths) => {
      const { held, written } = gate();
      let at = 0;
      for (const length of [...lengths, whole.length]) {
        held.take(chunk(whole.slice(at, at + length)));
        at += length;
      }
      held.release();
      expect(written.map(textOf).join("")).toBe(createRedactor(env).text(whole));
    }),
    { numRuns: 2000 },
  );
});

test("what cannot be a part of a secret is written at once", () => {
  const { held, written } = gate();
  held.take(chunk("hello"));
  expect(written).toHaveLength(1);
  held.take(chunk("it is t"));
  expect(written).toHaveLength(1);
  held.take(chunk("he end"));
  expect(written.map(textOf)).toEqual(["hello", "it is t", "he end"]);
});

test("a message without a secret stays the same object", () => {
  const { held, written, notes } = gate();
  const message = chunk("hello");
  held.take(message);
  expect(written[0]).toBe(message);
  expect(notes()).toBe(0);
});

test("other updates wait behind a chunk, so the order stays, and do not tear a secret", () => {
  const { held, written } = gate();
  const others = [update("usage_update", { used: 1 }), chunk("thinking", "agent_thought_chunk")];
  held.take(chunk(secret.slice(0, 8)));
  for (const other of others) held.take(other);
  expect(written).toEqual([]);
  held.take(chunk(secret.slice(8)));
  held.take(chunk("!"));
  expect(written.map(textOf)).toEqual(["[REDACTED:MY_TOKEN]", "", "thinking", "", "!"]);
});

test("each kind of text is a text of its own", () => {
  const { held, written } = gate();
  for (const at of Array.from(secret, (_, index) => index)) {
    held.take(chunk(secret.charAt(at)));
    held.take(chunk(secret.charAt(at), "agent_thought_chunk"));
  }
  held.release();
  expect(written.map(textOf).join("")).toBe("[REDACTED:MY_TOKEN][REDACTED:MY_TOKEN]");
});

test.each<[string, NewMessage]>([
  ["an answer", { direction: "inbound", message: { jsonrpc: "2.0", id: 3, result: {} } }],
  [
    "a request",
    {
      direction: "inbound",
      message: { jsonrpc: "2.0", id: 0, method: "fs/read_text_file", params: {} },
    },
  ],
  [
    "a notification of another kind",
    { direction: "outbound", message: { jsonrpc: "2.0", method: "session/cancel" } },
  ],
  ["the beginning of a tool call", update("tool_call", { toolCallId: "t" })],
])("%s releases what was held back", (_, message) => {
  const { held, written } = gate();
  held.take(chunk("tok-"));
  held.take(message);
  expect(written.map(textOf)).toEqual(["tok-", ""]);
});

test("what is held back is bounded", () => {
  const { held, written } = gate();
  held.take(chunk("tok-"));
  for (let i = 0; i < 1001; i++) held.take(update("plan", { entries: [] }));
  expect(written.length).toBeGreaterThan(1000);
});

test("the result of writing is told for each message", () => {
  const told: string[] = [];
  const held = new HeldMessages(createRedactor(env), textOf, () => {});
  held.take(chunk("tok-"), (text) => told.push(text));
  held.take(chunk("x"), (text) => told.push(text));
  expect(told).toEqual(["tok-", "x"]);
});
