import { cpSync, readFileSync } from "node:fs";
import { createBundle, openBundleForAppend } from "@flow-bundle/bundle";
import type { BundleWriter } from "@flow-bundle/bundle";
import { nodeHost } from "@flow-bundle/bundle/node";
import { expect, test } from "vitest";
import type { FlowDefinition } from "../authoring/types.ts";
import { snapshotFlow } from "../definition/snapshot.ts";
import { resumeFlow, runFlow } from "./run-flow.ts";
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

const approval = flowOf(
  {
    a: compute(() => "x".repeat(500)),
    ask: checkpoint({ summary: "May I?" }),
    go: compute(({ outputs, input, state }) => [{ ...outputs }, input, state.steps.length]),
    stop: compute(() => "stopped"),
  },
  [
    { from: "a", to: "ask" },
    { from: "ask", switch: { on: "$.may", cases: { yes: "go", no: "stop" } } },
  ],
);

async function asked(flow: FlowDefinition = approval): Promise<string> {
  const { path, status } = await runFlow(flow, { n: 1 }, options());
  expect(status).toBe("waiting");
  return path;
}

const resume = (path: string, answer: { input?: unknown } = {}, flow = approval) =>
  resumeFlow(flow, path, answer, options());

test("an answer replaces the output of the checkpoint, and decides where the run goes", async () => {
  const path = await asked();
  const end = await resume(path, { input: { may: "yes" } });
  expect(end).toMatchObject({ status: "completed", path });
  expect(storyOf(path).slice(6)).toEqual([
    "run_waiting",
    "run_resumed input",
    "> go#1",
    "artifact_written",
    "< go#1 ok",
    "run_completed",
  ]);
  expect(await findingsOf(path)).toEqual([]);
  expect(eventsOf(path)[7]?.payload).toEqual({
    status: "running",
    cause: "input",
    attemptId: "ask#1",
    outputInline: { may: "yes" },
  });
  const seen = { a: "x".repeat(500), ask: { may: "yes" } };
  expect(end.state.outputs["go"]).toEqual([seen, { n: 1 }, 2]);
  expect(projectionOf(path).outputs).toEqual({ ...seen, go: [seen, { n: 1 }, 2] });
  expect(JSON.parse(JSON.stringify(end.state.results))).toEqual(projectionOf(path).results);
});

test("a large answer becomes an artifact", async () => {
  const path = await asked();
  const input = { may: "yes", why: "y".repeat(300) };
  const end = await resume(path, { input });
  expect(end.status).toBe("completed");
  expect(await findingsOf(path)).toEqual([]);
  expect(eventsOf(path)[7]?.payload).toHaveProperty("outputArtifact");
  expect(projectionOf(path).outputs["ask"]).toEqual(input);
});

test("without an answer the checkpoint's own output counts", async () => {
  const flow = flowOf(
    { ...approval.nodes, ask: checkpoint({ run: () => ({ may: "no" }) }) },
    approval.edges,
  );
  const path = await asked(flow);
  const end = await resume(path, {}, flow);
  expect(end).toMatchObject({ status: "completed" });
  expect(end.state.outputs).toMatchObject({ ask: { may: "no" }, stop: "stopped" });
  expect(eventsOf(path)[7]?.payload).toEqual({
    status: "running",
    cause: "input",
    attemptId: "ask#1",
  });
  expect(await findingsOf(path)).toEqual([]);
});

test("an answer that leads nowhere fails the run; one without a further node completes it", async () => {
  const path = await asked();
  expect(await resume(path, { input: { may: "maybe" } })).toMatchObject({ status: "failed" });
  expect(await findingsOf(path)).toEqual([]);
  const flow = flowOf({ ask: checkpoint() });
  const last = await asked(flow);
  expect(await resume(last, { input: null }, flow)).toMatchObject({ status: "completed" });
  expect(projectionOf(last).outputs).toEqual({ ask: null });
  expect(await findingsOf(last)).toEqual([]);
});

test("a run waits as often as it comes to a checkpoint", async () => {
  const flow = flowOf({ ask: checkpoint() }, [
    { from: "ask", switch: { on: "$.again", cases: { true: "ask" } } },
  ]);
  const path = await asked(flow);
  expect(await resume(path, { input: { again: true } }, flow)).toMatchObject({ status: "waiting" });
  expect(await resume(path, { input: { again: true } }, flow)).toMatchObject({ status: "waiting" });
  expect(
    eventsOf(path)
      .filter(({ type }) => type === "node_started")
      .map(({ attemptId }) => attemptId),
  ).toEqual(["ask#1", "ask#2", "ask#3"]);
  expect(await findingsOf(path)).toEqual([]);
});

test("a run that cannot go on is left as it is", async () => {
  const path = await asked();
  const before =
    readFileSync(`${path}/manifest.json`, "utf8") + readFileSync(`${path}/trace.ndjson`, "utf8");
  const refused = (flow: FlowDefinition, input?: unknown) =>
    resumeFlow(flow, path, { input }, options());
  const changed = [
    [{ ...approval, name: "other" }, '/name was "test" and is "other"'],
    [{ ...approval, startAt: "ask" }, "/startAt"],
    [flowOf({ ...approval.nodes, more: compute(() => 1) }, approval.edges), "/nodes/more is new"],
    [flowOf({ ...approval.nodes, go: action(() => 1) }, approval.edges), "/nodes/go/nodeType"],
    [flowOf(approval.nodes, approval.edges.slice(1)), "/edges/0"],
  ] as const;
  for (const [flow, message] of changed) {
    await expect(refused(flow)).rejects.toMatchObject({
      code: "resume",
      message: expect.stringContaining(message),
    });
  }
  await expect(refused(approval, 1n)).rejects.toMatchObject({ code: "input" });
  await expect(resumeFlow(approval, `${path}-not`, {}, options())).rejects.toMatchObject({
    code: "run",
  });
  await expect(resumeFlow(approval, `${path}/artifacts`, {}, options())).rejects.toMatchObject({
    code: "run",
  });
  const holder = await openBundleForAppend(nodeHost(), path);
  await expect(refused(approval)).rejects.toMatchObject({
    code: "resume",
    message: expect.stringContaining("process"),
  });
  await holder.abandon();
  expect(
    readFileSync(`${path}/manifest.json`, "utf8") + readFileSync(`${path}/trace.ndjson`, "utf8"),
  ).toBe(before);

  await resume(path, { input: { may: "no" } });
  await expect(refused(approval)).rejects.toMatchObject({
    code: "resume",
    message: expect.stringContaining("completed"),
  });
  const old = `${runsFolder()}/old`;
  cpSync(new URL("../../../../fixtures/third-party/acpx-0.19.1/checkpoint", import.meta.url), old, {
    recursive: true,
  });
  await expect(resumeFlow(approval, old, {}, options())).rejects.toMatchObject({
    code: "resume",
    message: expect.stringContaining("1.0"),
  });
});

const chain = flowOf(
  {
    a: compute(() => ({ n: 1 })),
    b: action(({ outputs }) => outputs["a"]),
    ask: checkpoint({ summary: "May I?" }),
    c: compute(() => "end"),
  },
  [
    { from: "a", to: "b" },
    { from: "b", to: "ask" },
    { from: "ask", to: "c" },
  ],
);

/** A bundle whose process died after some events. */
async function died(write: (writer: BundleWriter) => Promise<void>): Promise<string> {
  const run = {
    producer: { name: "test", version: "1" },
    flow: snapshotFlow(chain),
    input: { x: 1 },
  };
  const writer = await createBundle(nodeHost(), runsFolder(), run);
  await write(writer);
  await writer.abandon();
  return writer.path;
}

const start = (writer: BundleWriter, nodeId: string, nodeType: string, k = 1) =>
  writer.append({
    type: "node_started",
    nodeId,
    attemptId: `${nodeId}#${k}`,
    payload: { nodeType, timeoutMs: 0 },
  });
const end = (writer: BundleWriter, nodeId: string, nodeType: string, more: object = {}, k = 1) => {
  const payload = { nodeType, outcome: "ok" as const, error: null, ...more };
  return writer.append({
    type: "node_outcome",
    nodeId,
    attemptId: `${nodeId}#${k}`,
    payload,
  } as never);
};
const a = async (writer: BundleWriter) => {
  await start(writer, "a", "compute");
  await end(writer, "a", "compute", { outputInline: { n: 1 } });
};
const cancelled = {
  outcome: "cancelled",
  error: "Process ended",
  action: { actionType: "function" },
};
const toTheCheckpoint = ["> ask#1", "< ask#1 ok", "run_waiting"];

test.each<[string, (writer: BundleWriter) => Promise<unknown>, string[]]>([
  ["before the first attempt", async () => undefined, ["> a#1", "< a#1 ok", "> b#1", "< b#1 ok"]],
  ["between two attempts", a, ["> b#1", "< b#1 ok"]],
  [
    "in an attempt",
    async (writer) => {
      await a(writer);
      await start(writer, "b", "action");
    },
    ["> b#2", "< b#2 ok"],
  ],
  [
    "after the attempt was closed by one that died too",
    async (writer) => {
      await a(writer);
      await start(writer, "b", "action");
      await end(writer, "b", "action", cancelled);
    },
    ["> b#2", "< b#2 ok"],
  ],
  [
    "after it was resumed once",
    async (writer) => {
      await a(writer);
      await start(writer, "b", "action");
      await end(writer, "b", "action", cancelled);
      const payload = { status: "running", cause: "crash", attemptId: "b#1" } as const;
      await writer.append({ type: "run_resumed", payload });
    },
    ["> b#2", "< b#2 ok"],
  ],
  [
    "after an interruption, before it was said",
    async (writer) => {
      await a(writer);
      await start(writer, "b", "action");
      await end(writer, "b", "action", { ...cancelled, error: "Interrupted" });
    },
    ["> b#2", "< b#2 ok"],
  ],
])("a run whose process died %s goes on", async (_, write, story) => {
  const path = await died(async (writer) => void (await write(writer)));
  const resumed = await resumeFlow(chain, path, {}, options());
  expect(resumed).toMatchObject({ status: "waiting", waitingOn: "ask" });
  const told = storyOf(path);
  expect(told.slice(told.lastIndexOf("run_resumed crash") + 1)).toEqual([
    ...story,
    ...toTheCheckpoint,
  ]);
  expect(await findingsOf(path)).toEqual([]);
  expect(resumed.state.outputs).toEqual({
    a: { n: 1 },
    b: { n: 1 },
    ask: { checkpoint: "ask", summary: "May I?" },
  });
  const finished = await resumeFlow(chain, path, { input: "go" }, options());
  expect(finished).toMatchObject({ status: "completed" });
  expect(await findingsOf(path)).toEqual([]);
});

test("the attempt that was cut off is closed, and named", async () => {
  const path = await died(async (writer) => {
    await a(writer);
    await start(writer, "b", "action");
  });
  const { state } = await resumeFlow(chain, path, {}, options());
  const [outcome, resumed] = eventsOf(path).slice(4);
  expect(outcome).toMatchObject({ attemptId: "b#1", payload: cancelled });
  expect(resumed?.payload).toEqual({ status: "running", cause: "crash", attemptId: "b#1" });
  expect(state.steps.map(({ attemptId, outcome }) => [attemptId, outcome])).toEqual([
    ["a#1", "ok"],
    ["b#1", "cancelled"],
    ["b#2", "ok"],
    ["ask#1", "ok"],
  ]);
});

test("a failed attempt before the crash ends the run as it would have", async () => {
  const path = await died(async (writer) => {
    await start(writer, "a", "compute");
    await end(writer, "a", "compute", { outcome: "timed_out", error: "late" });
  });
  expect(await resumeFlow(chain, path, {}, options())).toMatchObject({
    status: "timed_out",
    error: "late",
  });
  expect(storyOf(path).slice(3)).toEqual(["run_resumed crash", "run_timed_out"]);
  expect(await findingsOf(path)).toEqual([]);
});

test("a run that died just before it said that it waits, waits, or takes the answer", async () => {
  const passed = (): Promise<string> =>
    died(async (writer) => {
      await a(writer);
      await start(writer, "b", "action");
      await end(writer, "b", "action", { outputInline: 1, action: { actionType: "function" } });
      await start(writer, "ask", "checkpoint");
      await end(writer, "ask", "checkpoint", { outputInline: { summary: "Well?" } });
    });
  const path = await passed();
  expect(await resumeFlow(chain, path, {}, options())).toMatchObject({ status: "waiting" });
  expect(eventsOf(path).at(-1)).toMatchObject({
    type: "run_waiting",
    payload: { summary: "Well?" },
  });
  expect(await findingsOf(path)).toEqual([]);
  const answered = await passed();
  expect(await resumeFlow(chain, answered, { input: 5 }, options())).toMatchObject({
    status: "completed",
  });
  expect(storyOf(answered).slice(7)).toEqual([
    "run_waiting",
    "run_resumed input",
    "> c#1",
    "< c#1 ok",
    "run_completed",
  ]);
  expect(await findingsOf(answered)).toEqual([]);
});

test("a run that does not wait takes no answer", async () => {
  const path = await died(a);
  const resumed = resumeFlow(chain, path, { input: 1 }, options());
  await expect(resumed).rejects.toMatchObject({ code: "resume" });
  expect(storyOf(path)).toEqual(["run_started", "> a#1", "< a#1 ok"]);
});

test("a run that ended without being closed is for recovery", async () => {
  const path = await died(async (writer) => {
    await writer.append({ type: "run_failed", payload: { status: "failed", error: "x" } });
  });
  const resumed = resumeFlow(chain, path, {}, options());
  await expect(resumed).rejects.toMatchObject({
    code: "resume",
    message: expect.stringContaining("flow recover"),
  });
});
