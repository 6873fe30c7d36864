import { createBundle } from "@flow-bundle/bundle";
import { nodeHost } from "@flow-bundle/bundle/node";
import { expect, test } from "vitest";
import type { FlowNodeDefinition } from "../authoring/types.ts";
import { snapshotFlow } from "../definition/snapshot.ts";
import { createProcessOwner } from "../process/index.ts";
import { AttemptAborted, AttemptOver } from "./attempt.ts";
import { AttemptRecorder } from "./attempt-recorder.ts";
import { recordOutcome } from "./record-outcome.ts";
import {
  action,
  compute,
  eventsOf,
  findingsOf,
  flowOf,
  options,
  payloadOf,
} from "./testing/runs.ts";

/** An attempt that has started. */
async function begin(node: FlowNodeDefinition = compute(() => 1), heartbeatMs = 0) {
  const host = nodeHost();
  const given = options();
  const writer = await createBundle(host, given.outputRoot ?? "", {
    producer: { name: "test", version: "1" },
    flow: snapshotFlow(flowOf({ a: node })),
    input: null,
  });
  const { nodeType } = node;
  const ids = { nodeId: "a", attemptId: "a#1" };
  await writer.append({ type: "node_started", ...ids, payload: { nodeType, timeoutMs: 0 } });
  const scope = { host, writer, options: given, cwd: "/", processes: createProcessOwner() };
  const context = { input: null, outputs: {}, results: {}, state: {} as never, services: {} };
  const statusDetail = "Beginning";
  const attempt = new AttemptRecorder({
    scope,
    ...ids,
    nodeType,
    heartbeatMs,
    statusDetail,
    context,
  });
  const close = async () => {
    const error = "over";
    await writer.append({ type: "run_failed", payload: { status: "failed", error } });
    await writer.close();
    expect(await findingsOf(writer.path)).toEqual([]);
    return eventsOf(writer.path);
  };
  return { attempt, writer, close };
}

const failed = { outcome: "failed", error: "no", thrown: undefined } as const;

test("nothing is recorded for an attempt that has ended, whatever was begun before", async () => {
  const { attempt, writer, close } = await begin();
  const early = attempt.heartbeat("early");
  const artifact = attempt
    .artifact("begun before the end, announced after it")
    .catch((error: unknown) => error);
  await attempt.end();
  await early;
  await recordOutcome(writer, attempt, failed);
  expect(await artifact).toBeInstanceOf(AttemptOver);
  await expect(attempt.heartbeat("late")).rejects.toThrow(AttemptOver);
  await expect(attempt.artifact("late")).rejects.toThrow(AttemptOver);
  const action = { actionType: "shell", command: "a", args: [], cwd: "/" } as never;
  const late = attempt.append({ type: "action_prepared", payload: { action } });
  await expect(late).rejects.toThrow(AttemptOver);
  const types = (await close()).map(({ type }) => type);
  expect(types).toEqual([
    "run_started",
    "node_started",
    "node_heartbeat",
    "node_outcome",
    "run_failed",
  ]);
});

test("heartbeats say what was told last, and never overlap", async () => {
  const { attempt, writer, close } = await begin(undefined, 5);
  await Promise.all(["one", "two", "three"].map((detail) => attempt.heartbeat(detail)));
  await new Promise((resolve) => setTimeout(resolve, 40));
  await attempt.end();
  await recordOutcome(writer, attempt, failed);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const beats = (await close()).filter(({ type }) => type === "node_heartbeat");
  expect(beats.length).toBeGreaterThan(3);
  expect(new Set(beats.map((event) => payloadOf(event)["statusDetail"]))).toEqual(
    new Set(["three"]),
  );
});

test("a function of the flow is left behind when the attempt is aborted", async () => {
  const { attempt, writer, close } = await begin();
  const reason = new AttemptAborted("timed_out", "late");
  const pending = attempt.callback(async ({ signal }) => {
    await new Promise((resolve) => signal?.addEventListener("abort", resolve));
    throw new Error("nobody hears this");
  });
  attempt.abort(reason);
  attempt.abort(new AttemptAborted("cancelled", "the first reason counts"));
  await expect(pending).rejects.toBe(reason);
  let isCalled = false;
  const after = attempt.callback(() => {
    isCalled = true;
  });
  await expect(after).rejects.toBe(reason);
  expect(isCalled).toBe(false);
  await attempt.end();
  await recordOutcome(writer, attempt, failed);
  await close();
});

test("receipts that the format refuses are left out, and the attempt has failed", async () => {
  const { attempt, writer, close } = await begin(action(() => 1));
  Object.assign(attempt.receipts, { action: { actionType: "function" }, conversation: 5 });
  await attempt.end();
  const ok = { outcome: "ok", output: 1, recorded: { outputInline: 1 } } as const;
  const { finished } = await recordOutcome(writer, attempt, ok);
  expect(finished).toMatchObject({
    outcome: "failed",
    error: expect.stringContaining("conversation"),
  });
  expect(payloadOf((await close()).at(-2))).toEqual({
    nodeType: "action",
    outcome: "failed",
    durationMs: expect.any(Number),
    error: finished.error,
    action: { actionType: "function" },
  });
});
