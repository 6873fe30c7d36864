import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { runFlow } from "./run-flow.ts";
import {
  action,
  checkpoint,
  compute,
  eventsOf,
  findingsOf,
  flowOf,
  options,
  projectionOf,
  runsFolder,
  storyOf,
} from "./testing/runs.ts";

test("a flow goes from node to node and completes", async () => {
  const flow = flowOf(
    {
      a: compute(({ input }) => ({ route: "b", input })),
      b: action(({ outputs }) => outputs["a"]),
    },
    [{ from: "a", switch: { on: "$.route", cases: { b: "b" } } }],
  );
  const end = await runFlow(flow, { x: 1 }, options());
  expect(end).toMatchObject({ status: "completed", path: expect.stringContaining(end.runId) });
  expect(storyOf(end.path)).toEqual([
    "run_started",
    "> a#1",
    "< a#1 ok",
    "> b#1",
    "< b#1 ok",
    "run_completed",
  ]);
  expect(await findingsOf(end.path)).toEqual([]);
  const { outputs, results } = projectionOf(end.path);
  expect(outputs).toEqual({
    a: { route: "b", input: { x: 1 } },
    b: { route: "b", input: { x: 1 } },
  });
  expect(results["b"]).toMatchObject({ outcome: "ok", nodeType: "action" });
  expect(end.state.outputs).toEqual(outputs);
});

test("a checkpoint makes the run wait", async () => {
  const end = await runFlow(
    flowOf({ ask: checkpoint({ summary: "Please decide" }) }),
    {},
    options(),
  );
  expect(end).toMatchObject({ status: "waiting", waitingOn: "ask" });
  expect(storyOf(end.path)).toEqual(["run_started", "> ask#1", "< ask#1 ok", "run_waiting"]);
  expect(eventsOf(end.path).at(-1)?.payload).toMatchObject({
    summary: "Please decide",
    waitingOn: "ask",
  });
  expect(await findingsOf(end.path)).toEqual([]);
});

test("nothing is written for a flow that cannot run", async () => {
  const outputRoot = runsFolder();
  const run = (flow: unknown, input: unknown = {}, more = {}) =>
    runFlow(flow as never, input, options({ outputRoot, ...more }));
  const one = { a: compute(() => 1) };
  await expect(run({ ...flowOf(one), startAt: "b" })).rejects.toMatchObject({ code: "definition" });
  await expect(run(flowOf(one), 1n)).rejects.toMatchObject({ code: "input" });
  await expect(run(flowOf(one), () => 1)).rejects.toMatchObject({ code: "input" });
  await expect(run(flowOf(one), { "\ud800": 1, "\ud801": 2 })).rejects.toMatchObject({
    code: "input",
  });
  const permissions = { requiredMode: "approve-all" } as const;
  await expect(run(flowOf(one, [], { permissions }))).rejects.toMatchObject({
    code: "permissions",
  });
  const title = () => {
    throw new Error("no title today");
  };
  await expect(run(flowOf(one, [], { run: { title } }))).rejects.toThrow("no title today");
  const interrupt = AbortSignal.abort();
  const slow = () => new Promise<string>(() => undefined);
  await expect(
    run(flowOf(one, [], { run: { title: slow } }), {}, { interrupt }),
  ).rejects.toMatchObject({ code: "interrupted" });
  expect(readdirSync(outputRoot)).toEqual([]);
});
