import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { FlowNodeContext, FlowRunState } from "../authoring/types.ts";
import { runFlow } from "./run-flow.ts";
import {
  compute,
  eventsOf,
  findingsOf,
  flowOf,
  options,
  projectionOf,
  runsFolder,
} from "./testing/runs.ts";

test("a node sees the run as it is", async () => {
  const seen: FlowRunState[] = [];
  const contexts: FlowNodeContext[] = [];
  const look = (context: FlowNodeContext) => {
    seen.push(structuredClone({ ...context.state }));
    contexts.push(context);
    return context.state.steps.length;
  };
  const services = { clock: () => 1 };
  const flow = flowOf(
    { a: compute(look), b: compute(look, { statusDetail: "Looking" }) },
    [{ from: "a", to: "b" }],
    {
      run: { title: ({ input }: { input: unknown }) => `  ${String(input)} ` },
    },
  );
  const end = await runFlow(flow, "in", options({ services, flowPath: "/flows/x.ts" }));
  const [first, second] = seen;
  const [started, , again] = eventsOf(end.path).filter(({ type }) => type.startsWith("node_"));
  expect(first).toEqual({
    runId: end.runId,
    flowName: "test",
    runTitle: "in",
    flowPath: "/flows/x.ts",
    startedAt: expect.any(String),
    updatedAt: started?.at,
    status: "running",
    input: "in",
    outputs: {},
    results: {},
    steps: [],
    sessionBindings: {},
    currentNode: "a",
    currentAttemptId: "a#1",
    currentNodeType: "compute",
    currentNodeStartedAt: started?.at,
    lastHeartbeatAt: started?.at,
    statusDetail: "Running compute node a",
  });
  expect(second).toMatchObject({
    outputs: { a: 0 },
    results: { a: { attemptId: "a#1", outcome: "ok", output: 0 } },
    steps: [
      { attemptId: "a#1", output: 0, promptText: null, session: null, trace: { outputInline: 0 } },
    ],
    currentNode: "b",
    currentNodeStartedAt: again?.at,
    statusDetail: "Looking",
  });
  const [context] = contexts;
  expect(context).toMatchObject({ input: "in", services });
  expect(Object.keys(context ?? {})).toEqual([
    "input",
    "outputs",
    "results",
    "state",
    "services",
    "signal",
  ]);
  expect(context?.state).toBe(contexts[1]?.state);
  expect(context?.outputs).toBe(end.state.outputs);
  expect(end.state).toMatchObject({ status: "completed", outputs: { a: 0, b: 1 } });
  expect(end.state).not.toHaveProperty("currentNode");
  // The same as the projections say.
  const { results, steps } = projectionOf(end.path);
  expect(JSON.parse(JSON.stringify([end.state.results, end.state.steps]))).toEqual([
    results,
    steps,
  ]);
});

test("any text is an id of a node", async () => {
  const ids = ["__proto__", "", "a#1", "a", "line\nbreak", "constructor", "日本/..", "toString"];
  const nodes = Object.create(null) as Record<string, ReturnType<typeof compute>>;
  for (const id of ids) {
    Object.defineProperty(nodes, id, {
      value: compute(({ outputs, results }) => [Object.keys(outputs), Object.keys(results)]),
      enumerable: true,
    });
  }
  const edges = ids.slice(1).map((to, index) => ({ from: ids[index] ?? "", to }));
  const end = await runFlow({ name: "ids", startAt: "__proto__", nodes, edges }, {}, options());
  expect(end.status).toBe("completed");
  expect(await findingsOf(end.path)).toEqual([]);
  expect(
    eventsOf(end.path)
      .filter(({ type }) => type === "node_started")
      .map(({ attemptId }) => attemptId),
  ).toEqual(ids.map((id) => `${id}#1`));
  expect(end.state.outputs["toString"]).toEqual([ids.slice(0, -1), ids.slice(0, -1)]);
  expect(Object.getPrototypeOf(end.state.outputs)).toBeNull();
  expect(({} as Record<string, unknown>)["0"]).toBeUndefined();
});

test("what a flow does to its state changes nothing that is recorded or decided", async () => {
  const vandal = (context: FlowNodeContext) => {
    const { state, outputs, results } = context;
    Object.assign(outputs, { a: { route: "wrong" }, made: 1 });
    Object.assign(results, { a: { outcome: "failed" }, b: null });
    Object.assign(state, {
      status: "completed",
      runId: "x",
      steps: null,
      outputs: null,
      currentNode: 5,
      mine: "kept",
    });
    Object.freeze(results);
    Object.freeze(state);
    return { route: "b" };
  };
  const flow = flowOf(
    {
      a: compute(vandal),
      b: compute(({ state, outputs }) => [
        (state as unknown as { mine: string }).mine,
        outputs["a"],
      ]),
      wrong: compute(() => "wrong"),
    },
    [{ from: "a", switch: { on: "$.route", cases: { b: "b", wrong: "wrong" } } }],
  );
  const end = await runFlow(flow, {}, options());
  expect(end).toMatchObject({ status: "completed" });
  expect(await findingsOf(end.path)).toEqual([]);
  const { outputs, status, runId } = projectionOf(end.path);
  expect({ outputs, status, runId }).toEqual({
    outputs: { a: { route: "b" }, b: ["kept", { route: "b" }] },
    status: "completed",
    runId: end.runId,
  });
});

test("a flow that changes its definition while it runs goes on with the one it began with", async () => {
  const nodes: Record<string, ReturnType<typeof compute>> = {
    a: compute(() => {
      delete nodes["b"];
      edges.length = 0;
      return 1;
    }),
    b: compute(() => 2),
  };
  const edges = [{ from: "a", to: "b" }];
  const end = await runFlow({ name: "changing", startAt: "a", nodes, edges }, {}, options());
  expect(end).toMatchObject({ status: "completed", state: { outputs: { a: 1, b: 2 } } });
});

test("while a run goes on, its projections follow", async () => {
  const outputRoot = runsFolder();
  const statuses = new Set<unknown>();
  let seq = 0;
  const flow = flowOf(
    {
      a: compute(({ state }) => {
        const live = join(outputRoot, state.runId, "projections/live.json");
        const { status, upToSeq } = JSON.parse(readFileSync(live, "utf8")) as {
          status: string;
          upToSeq: number;
        };
        statuses.add(status);
        seq = Math.max(seq, upToSeq);
        return { next: seq > 100 ? "done" : "again" };
      }),
      done: compute(() => 1),
    },
    [{ from: "a", switch: { on: "$.next", cases: { again: "a", done: "done" } } }],
  );
  const end = await runFlow(flow, {}, options({ outputRoot, timeoutMs: 20_000 }));
  expect(end.status).toBe("completed");
  expect([...statuses]).toEqual(["running"]);
});
