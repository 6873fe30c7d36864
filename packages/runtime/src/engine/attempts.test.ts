import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import type { FlowDefinition } from "../authoring/types.ts";
import { runFlow } from "./run-flow.ts";
import type { RunOptions } from "./run-options.ts";
import {
  action,
  checkpoint,
  compute,
  eventsOf,
  findingsOf,
  flowOf,
  options,
  payloadOf,
  storyOf,
} from "./testing/runs.ts";

const never = (): Promise<never> => new Promise(() => undefined);

/** Runs a flow, and demands that its bundle is right. */
async function run(flow: FlowDefinition, more: Partial<RunOptions> = {}, input: unknown = {}) {
  const end = await runFlow(flow, input, options(more));
  expect(await findingsOf(end.path)).toEqual([]);
  return { ...end, events: eventsOf(end.path), story: storyOf(end.path) };
}

test.each([
  [new Error("no"), "no"],
  [new TypeError(), "TypeError"],
  ["text", "text"],
  [undefined, "undefined"],
  [null, "null"],
  [{ message: "said" }, "said"],
  [{ a: 1 }, '{"a":1}'],
  [Object.create(null), "{}"],
  [
    Object.defineProperty(new Error("x"), "message", {
      get() {
        throw new Error("hostile");
      },
    }),
    "cannot be put into words",
  ],
])("whatever is thrown makes a failed attempt and run (%#)", async (thrown, text) => {
  const throwing = () => {
    throw thrown;
  };
  const { events, status, error } = await run(flowOf({ a: action(throwing) }));
  expect(status).toBe("failed");
  expect(error).toContain(text);
  const payload = { error, action: { actionType: "function" }, outcome: "failed" };
  expect(events.at(-2)).toMatchObject({ type: "node_outcome", payload });
  expect(events.at(-1)).toMatchObject({ type: "run_failed", payload: { error } });
});

test("a long error is cut in the trace, and kept whole beside it", async () => {
  const long = "x".repeat(100_000);
  const { events, error } = await run(
    flowOf({
      a: compute(() => {
        throw new Error(long);
      }),
    }),
  );
  expect(error).toBe(long);
  expect(events.at(-1)?.payload).toMatchObject({ errorArtifact: { bytes: long.length } });
});

test.each([compute, action, (fn: () => unknown) => checkpoint({ run: fn })])(
  "an attempt that exceeds its limit has timed out (%#)",
  async (node) => {
    const { events, story, status, error } = await run(
      flowOf({ a: { ...node(never), timeoutMs: 20.5 } }),
    );
    expect({ status, error }).toEqual({ status: "timed_out", error: "Timed out after 20.5 ms" });
    expect(story).toEqual(["run_started", "> a#1", "< a#1 timed_out", "run_timed_out"]);
    expect(events[1]?.payload).toMatchObject({ timeoutMs: 20.5 });
    expect(payloadOf(events[2])["durationMs"]).toBeGreaterThanOrEqual(20);
  },
);

test("the limit is the node's, else that of the run, else 15 minutes; 0 is none", async () => {
  const limit = async (node: object, more: Partial<RunOptions> = {}) => {
    const { events } = await run(flowOf({ a: compute(() => 1, node) }), more);
    return payloadOf(events[1])["timeoutMs"];
  };
  expect(await limit({})).toBe(900_000);
  expect(await limit({ timeoutMs: 0 }, { timeoutMs: 5000 })).toBe(0);
  expect(await limit({}, { timeoutMs: 5000 })).toBe(5000);
  expect(await limit({}, { defaultNodeTimeoutMs: 6000 })).toBe(6000);
  expect(await limit({}, { defaultNodeTimeoutMs: 6000, timeoutMs: 5000 })).toBe(6000);
  expect(await limit({ timeoutMs: 7000 }, { timeoutMs: 5000 })).toBe(7000);
  expect((await run(flowOf({ a: compute(never) }), { timeoutMs: 20 })).status).toBe("timed_out");
  // More than a timer of Node can take.
  expect((await run(flowOf({ a: compute(() => wait(20), { timeoutMs: 1e12 }) }))).status).toBe(
    "completed",
  );
});

test("what a function gives after its limit is dropped, and nothing is recorded of it", async () => {
  let late: unknown;
  const reasons: unknown[] = [];
  const slow = compute(
    async ({ signal }) => {
      signal?.addEventListener("abort", () => reasons.push(signal.reason));
      await wait(60);
      late = "done";
      throw new Error("too late");
    },
    { timeoutMs: 20 },
  );
  const flow = flowOf({ a: slow, b: compute(() => wait(100, "next")) }, [
    { from: "a", switch: { on: "$result.outcome", cases: { timed_out: "b" } } },
  ]);
  const { story, status, state } = await run(flow);
  expect(late).toBe("done");
  expect(reasons).toMatchObject([{ name: "AttemptAborted", outcome: "timed_out" }]);
  expect(status).toBe("completed");
  expect(story).toEqual([
    "run_started",
    "> a#1",
    "< a#1 timed_out",
    "> b#1",
    "< b#1 ok",
    "run_completed",
  ]);
  expect(state.outputs).toEqual({ b: "next" });
});

test("a failed attempt is tried again", async () => {
  let tries = 0;
  const flow = flowOf(
    {
      try: action(() => {
        if (++tries < 3) throw new Error(`try ${tries}`);
        return tries;
      }),
      done: compute(({ outputs, results }) => [outputs["try"], results["try"]?.attemptId]),
    },
    [{ from: "try", switch: { on: "$result.outcome", cases: { failed: "try", ok: "done" } } }],
  );
  const { story, state } = await run(flow);
  expect(story).toEqual([
    "run_started",
    "> try#1",
    "< try#1 failed",
    "> try#2",
    "< try#2 failed",
    "> try#3",
    "< try#3 ok",
    "> done#1",
    "< done#1 ok",
    "run_completed",
  ]);
  expect(state.outputs["done"]).toEqual([3, "try#3"]);
});

test("heartbeats come at the interval, with what the node is doing, and never after its end", async () => {
  const nodes = {
    a: compute(() => wait(60), { heartbeatMs: 10, statusDetail: "Waiting" }),
    b: compute(() => wait(40), { heartbeatMs: 0 }),
    c: compute(() => wait(25), { heartbeatMs: 10, statusDetail: "" }),
  };
  const { events } = await run(
    flowOf(nodes, [
      { from: "a", to: "b" },
      { from: "b", to: "c" },
    ]),
  );
  const of = (id: string) => events.filter(({ nodeId }) => nodeId === id);
  const beats = (id: string) => of(id).filter(({ type }) => type === "node_heartbeat");
  expect(beats("a").length).toBeGreaterThanOrEqual(2);
  expect(beats("a").length).toBeLessThanOrEqual(6);
  expect(beats("a").map(({ payload }) => payload)).toContainEqual({ statusDetail: "Waiting" });
  expect(of("a").at(-1)?.type).toBe("node_outcome");
  expect(of("a")[0]?.payload).toMatchObject({ statusDetail: "Waiting" });
  expect(beats("b")).toEqual([]);
  expect(of("b")[0]?.payload).toMatchObject({ statusDetail: "Running compute node b" });
  expect(beats("c").map(({ payload }) => payload)).toContainEqual({});
  expect(of("c")[0]?.payload).not.toHaveProperty("statusDetail");
});

test.each([
  ["compute", compute(never)],
  ["function", action(never)],
  ["checkpoint", checkpoint({ run: never })],
])("an interruption cancels the open attempt of a %s node and fails the run", async (_, node) => {
  const controller = new AbortController();
  const observe: RunOptions["observe"] = ({ type }) => {
    if (type === "node_started") setTimeout(() => controller.abort(), 10);
  };
  const { story, events, status, error } = await run(flowOf({ a: node }), {
    interrupt: controller.signal,
    observe,
  });
  expect({ status, error }).toEqual({ status: "failed", error: "Interrupted" });
  expect(story).toEqual(["run_started", "> a#1", "< a#1 cancelled", "run_failed"]);
  expect(events[2]?.payload).toMatchObject({ error: "Interrupted" });
});

test("an interruption while an attempt is begun cancels it", async () => {
  const controller = new AbortController();
  const { story, error } = await run(flowOf({ a: compute(never, { timeoutMs: 5000 }) }), {
    interrupt: controller.signal,
    observe: ({ type }) => type === "node_started" && controller.abort(),
  });
  expect(error).toBe("Interrupted");
  expect(story).toEqual(["run_started", "> a#1", "< a#1 cancelled", "run_failed"]);
});

test("an interruption between two attempts fails the run", async () => {
  const controller = new AbortController();
  const loop = flowOf({ a: compute(() => 1) }, [{ from: "a", to: "a" }]);
  const { story, error } = await run(loop, {
    interrupt: controller.signal,
    observe: ({ type }) => type === "node_outcome" && controller.abort(),
  });
  expect(error).toBe("Interrupted");
  expect(story).toEqual(["run_started", "> a#1", "< a#1 ok", "run_failed"]);
});

test("an interruption before the first attempt fails the run", async () => {
  const { story, error } = await run(flowOf({ a: compute(() => 1) }), {
    interrupt: AbortSignal.abort(),
  });
  expect(error).toBe("Interrupted");
  expect(story).toEqual(["run_started", "run_failed"]);
});

test("signals of a timer reach a run that loops as fast as it can", async () => {
  const loop = flowOf({ a: compute(() => 1) }, [{ from: "a", to: "a" }]);
  const { error } = await run(loop, { interrupt: AbortSignal.timeout(50) });
  expect(error).toBe("Interrupted");
});

test("a run that has waited or completed by then is not failed by an interruption", async () => {
  for (const [node, status] of [
    [compute(() => 1), "completed"],
    [checkpoint(), "waiting"],
  ] as const) {
    const controller = new AbortController();
    const end = await run(flowOf({ a: node }), {
      interrupt: controller.signal,
      observe: ({ type }) => type === "node_outcome" && controller.abort(),
    });
    expect(end.status).toBe(status);
  }
});

test("every event is reported, in order, after it was recorded", async () => {
  const seen: string[] = [];
  const outputRoot = options().outputRoot ?? "";
  const { events } = await run(
    flowOf({ a: compute(() => "x".repeat(500)), b: checkpoint() }, [{ from: "a", to: "b" }]),
    {
      outputRoot,
      observe(event, state) {
        expect(state.upToSeq).toBe(event.seq);
        seen.push(JSON.stringify(event));
        throw new Error("an observer cannot break anything");
      },
    },
  );
  expect(seen).toEqual(events.map((event) => JSON.stringify(event)));
});

test("a checkpoint says what it asks", async () => {
  const asked = async (node: object) => {
    const { events } = await run(flowOf({ a: checkpoint(node) }));
    const [outcome, waiting] = events.slice(-2);
    return [payloadOf(outcome)["outputInline"], payloadOf(waiting)["summary"]];
  };
  expect(await asked({})).toEqual([{ checkpoint: "a", summary: "a" }, "a"]);
  expect(await asked({ summary: "S" })).toEqual([{ checkpoint: "a", summary: "S" }, "S"]);
  expect(await asked({ summary: "S", run: () => ({ summary: "T", x: 1 }) })).toEqual([
    { summary: "T", x: 1 },
    "T",
  ]);
  expect(await asked({ summary: "S", run: () => "text" })).toEqual(["text", "S"]);
  expect(await asked({ run: () => ({ summary: 5 }) })).toEqual([{ summary: 5 }, undefined]);
  expect(await asked({ run: () => undefined })).toEqual([undefined, undefined]);
});
