import { expect, test } from "vitest";
import { runFlow } from "./run-flow.ts";
import { compute, eventsOf, findingsOf, flowOf, options, projectionOf } from "./testing/runs.ts";

/** What `node_outcome` says of an output, and how the artifact begins. */
async function recorded(output: unknown) {
  const end = await runFlow(flowOf({ a: compute(() => output) }), {}, options());
  expect(await findingsOf(end.path)).toEqual([]);
  const outcome = eventsOf(end.path).find(({ type }) => type === "node_outcome");
  return { end, payload: outcome?.payload as Record<string, unknown> };
}

test.each([
  [null, null],
  [0, 0],
  [false, false],
  ["", ""],
  ["x".repeat(200), "x".repeat(200)],
  ["a\rb", "a\rb"],
  [{ a: [1, { b: null }] }, { a: [1, { b: null }] }],
  [Number.NaN, null],
  [Infinity, null],
  [new Date(0), "1970-01-01T00:00:00.000Z"],
  [new Map([[1, 2]]), {}],
  [new Error("x"), {}],
  [Buffer.from([0, 255]), { type: "Buffer", data: [0, 255] }],
  [{ toJSON: () => "given" }, "given"],
  [
    [undefined, () => 1],
    [null, null],
  ],
  ["\ud800", "\ufffd"],
  [JSON.parse('{"__proto__":1}'), JSON.parse('{"__proto__":1}')],
])("the output %j stands in the trace", async (output, inline) => {
  const { payload, end } = await recorded(output);
  expect(payload["outcome"]).toBe("ok");
  expect(payload["outputInline"]).toEqual(inline);
  // The flow keeps what it made.
  expect(end.state.outputs["a"]).toBe(output);
});

test.each([
  ["x".repeat(201), "text/plain"],
  ["two\nlines", "text/plain"],
  [{ text: "x".repeat(200) }, "application/json"],
  [1e300, "application/json"],
  [JSON.parse(`${"[".repeat(40)}${"]".repeat(40)}`), "application/json"],
  [JSON.parse(`${"[".repeat(900)}${"]".repeat(900)}`), "application/json"],
])("an output becomes an artifact (%#)", async (output, mediaType) => {
  const { payload, end } = await recorded(output);
  expect(payload).toMatchObject({ outcome: "ok", outputArtifact: { mediaType } });
  expect(payload).not.toHaveProperty("outputInline");
  expect(eventsOf(end.path).map(({ type }) => type)).toContain("artifact_written");
});

test("an undefined output is none", async () => {
  const { payload, end } = await recorded(undefined);
  expect(payload).toEqual({
    nodeType: "compute",
    outcome: "ok",
    durationMs: expect.any(Number),
    error: null,
  });
  expect(projectionOf(end.path).outputs).toEqual({});
  expect(end.state.outputs).not.toHaveProperty("a");
});

const cycle: { self?: unknown } = {};
cycle.self = cycle;

test.each([
  [1n, "BigInt"],
  [cycle, "circular"],
  [() => 1, "it is a function"],
  [Symbol("s"), "it is a symbol"],
  [{ toJSON: () => undefined }, "toJSON"],
  [
    {
      toJSON() {
        throw new Error("not today");
      },
    },
    "not today",
  ],
  [{ "\ud800": 1, "\ud801": 2 }, "more than once"],
  [JSON.parse(`${"[".repeat(2000)}${"]".repeat(2000)}`), "deep"],
])("an output without JSON makes a failed attempt (%#)", async (output, message) => {
  const { payload, end } = await recorded(output);
  expect(payload).toMatchObject({ outcome: "failed", error: expect.stringContaining(message) });
  expect(end).toMatchObject({ status: "failed", error: payload["error"] });
});

test("what is recorded is what the output was when the node gave it", async () => {
  let reads = 0;
  const shared = { n: 1 };
  const odd = {
    shared,
    get n() {
      return ++reads;
    },
  };
  const flow = flowOf(
    {
      a: compute(() => odd),
      b: compute(() => (shared.n = 2)),
      c: compute(({ outputs }) => outputs),
    },
    [
      { from: "a", switch: { on: "$.n", cases: { 1: "b" } } },
      { from: "b", to: "c" },
    ],
  );
  const end = await runFlow(flow, {}, options());
  expect(end.status).toBe("completed");
  expect(await findingsOf(end.path)).toEqual([]);
  const { outputs } = projectionOf(end.path);
  expect(outputs["a"]).toEqual({ shared: { n: 1 }, n: 1 });
  expect(outputs["c"]).toEqual({ a: { shared: { n: 2 }, n: 2 }, b: 2 });
  // The outputs themselves have a cycle by now.
  expect(end.output).toEqual(outputs["c"]);
});
