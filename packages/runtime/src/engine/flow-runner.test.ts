import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { FlowRunner } from "./flow-runner.ts";
import {
  checkpoint,
  compute,
  eventsOf,
  findingsOf,
  flowOf,
  options,
  projectionOf,
} from "./testing/runs.ts";

test("runs side by side do not mix", async () => {
  const runner = new FlowRunner(options());
  const flow = flowOf(
    {
      a: compute(async ({ input }) => {
        await wait(Math.random() * 5);
        return { input, text: "x".repeat(300) };
      }),
      b: compute(({ outputs }) => outputs["a"]),
    },
    [{ from: "a", to: "b" }],
  );
  const inputs = Array.from({ length: 8 }, (_, index) => ({ index }));
  const results = await Promise.all(inputs.map((input) => runner.run(flow, input)));
  expect(new Set(results.map(({ runDir }) => runDir)).size).toBe(8);
  for (const [index, { runDir, state }] of results.entries()) {
    expect(await findingsOf(runDir)).toEqual([]);
    const output = { input: { index }, text: "x".repeat(300) };
    expect(state.outputs).toEqual({ a: output, b: output });
    expect(projectionOf(runDir).outputs).toEqual({ a: output, b: output });
    expect(eventsOf(runDir)).toHaveLength(8);
    expect(new Set(eventsOf(runDir).map(({ runId }) => runId))).toEqual(new Set([state.runId]));
  }
});

test("what makes a run fail is thrown as it was", async () => {
  const runner = new FlowRunner(options());
  const boom = new Error("boom");
  const throwing = (thrown: unknown) =>
    flowOf({
      a: compute(() => {
        throw thrown;
      }),
    });
  await expect(runner.run(throwing(boom), {})).rejects.toBe(boom);
  await expect(runner.run(throwing("text"), {})).rejects.toBe("text");
  const late = flowOf({ a: compute(() => new Promise(() => undefined), { timeoutMs: 10 }) });
  await expect(runner.run(late, {})).rejects.toMatchObject({
    name: "TimeoutError",
    message: "Timed out after 10 ms",
  });
  const lost = flowOf({ a: compute(() => 1) }, [
    { from: "a", switch: { on: "$.x", cases: { b: "a" } } },
  ]);
  await expect(runner.run(lost, {})).rejects.toThrow("$.x has to be a string");
});

test("a run that waits is a result, and an input may be missing", async () => {
  const runner = new FlowRunner(options());
  const flow = flowOf({ a: compute(({ input }) => typeof input), b: checkpoint() }, [
    { from: "a", to: "b" },
  ]);
  const { runDir, state } = await runner.run(flow, undefined, { flowPath: "/flows/x.flow.ts" });
  expect(state).toMatchObject({ status: "waiting", waitingOn: "b", flowPath: "/flows/x.flow.ts" });
  expect(state.outputs["a"]).toBe("undefined");
  expect(projectionOf(runDir)).toMatchObject({ input: null, status: "waiting" });
  expect(await findingsOf(runDir)).toEqual([]);
});
