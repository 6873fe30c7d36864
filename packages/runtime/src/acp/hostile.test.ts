import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { inTurn, run, scripted } from "./testing/agent-run.ts";

const steps = (...list: object[]) => ({ agent: scripted({ rules: [{ steps: list }] }) });

beforeEach(() => {
  // Whatever an agent does, the terminal of whoever runs the flow is not told.
  vi.spyOn(console, "error").mockImplementation((...said) => {
    throw new Error(`Said on the console: ${said.join(" ")}`);
  });
});

afterEach(() => {
  const { calls } = vi.mocked(console.error).mock;
  vi.restoreAllMocks();
  if (calls.length > 0) throw new Error(`Said on the console: ${JSON.stringify(calls)}`);
});

test("texts and ids of any kind", async () => {
  const ids = ["__proto__", "", "a#1", "new\nline", "日本"];
  const left = await run(
    inTurn(Object.fromEntries(ids.map((id) => [id, { session: { isolated: true } }]))),
    steps({ text: "{{surrogate}}{{nul}}{{separators}}{{rtl}}{{ansi}}{{emoji}}" }),
  );
  expect(left.error).toBeUndefined();
  expect(left.sessions.map(({ id }) => id.replace(/[0-9a-f]{8}$/, "")).toSorted()).toEqual([
    "isolated-1-",
    "isolated-1-",
    "isolated-a-1-1-",
    "isolated-new-line-1-",
    "isolated-proto-1-",
  ]);
});

test.each([
  ["nesting", `${"[".repeat(897)}${"]".repeat(897)}`],
  ["what looks like nesting", JSON.stringify(`\\"${"[{".repeat(5000)}`)],
  ["a great number", "1e999"],
  ["a precise number", "12345678901234567890.123"],
  ["two of one key", '{"a":1,"a":2,"__proto__":{"x":1}}'],
])("a message with %s", async (_, value) => {
  const line = `{"jsonrpc":"2.0","method":"_x","params":{"value":${value}}}`;
  const left = await run(inTurn({ a: {} }), steps({ garbage: line }, { text: "fine" }));
  expect(left.error).toBeUndefined();
  expect(left.state.outputs).toEqual({ a: "fine" });
});

test.each([899, 20_000])("a message nested %d levels deep ends the connection", async (depth) => {
  const value = `${"[".repeat(depth)}${"]".repeat(depth)}`;
  const line = `{"jsonrpc":"2.0","method":"_x","params":{"value":${value}}}`;
  const left = await run(inTurn({ a: {} }), steps({ garbage: line }, { text: "fine" }));
  expect(left.error).toMatch(/broke: a message is nested deeper than 900 levels$/);
});

test("a tool call with deep input", async () => {
  let rawInput: unknown = 1;
  for (let depth = 0; depth < 40; depth++) rawInput = [rawInput];
  const left = await run(inTurn({ a: {} }), steps({ tool: { id: "t", title: "deep", rawInput } }));
  expect(left.error).toBeUndefined();
});

test("answers that nobody asked for, twice, or with strange ids", async () => {
  const answer = (id: unknown) => ({ garbage: JSON.stringify({ jsonrpc: "2.0", id, result: {} }) });
  const left = await run(
    inTurn({ a: {}, b: {} }),
    steps(answer(99), answer(0), answer(null), answer("2"), answer({}), { text: "fine" }),
  );
  expect(left.error).toBeUndefined();
  expect(left.state.outputs).toEqual({ a: "fine", b: "fine" });
});

test("requests that are none", async () => {
  const left = await run(
    inTurn({ a: {} }),
    steps(
      { garbage: '{"jsonrpc":"2.0","id":{},"method":"fs/read_text_file"}' },
      { garbage: '{"jsonrpc":"2.0","id":"x","method":7}' },
      { garbage: '{"jsonrpc":"2.0"}' },
      { garbage: '{"jsonrpc":"2.0","id":1,"method":"session/request_permission","params":null}' },
      { text: "fine" },
    ),
  );
  expect(left.error).toBeUndefined();
});

test("an agent whose answer is no object", async () => {
  const left = await run(inTurn({ a: {} }), steps({ answer: [1] as object }));
  expect(left.error).toMatch(/without a stopReason$/);
});

test("many messages at once keep their order", async () => {
  const left = await run(
    inTurn({ a: {} }),
    steps({
      repeat: 500,
      steps: [{ text: "x" }, { plan: ["one"] }, { thought: "hm" }],
    }),
  );
  expect(left.state.outputs).toEqual({ a: "x".repeat(500) });
  expect(left.sessions[0]?.events).toHaveLength(6 + 1500);
});
