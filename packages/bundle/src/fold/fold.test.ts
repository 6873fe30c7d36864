import { describe, expect, it } from "vitest";
import { begin, failure, folded, outcome, start, trace } from "../testing/trace.ts";
import { createFold } from "./fold.ts";

const waiting = (summary?: string) => ({
  type: "run_waiting",
  payload: { status: "waiting", waitingOn: "ask", attemptId: "ask#1", summary },
});
const beat = (payload: object) => ({
  type: "node_heartbeat",
  nodeId: "a",
  attemptId: "a#1",
  payload,
});

describe("status", () => {
  it("is running before the first event, with what the manifest says", () => {
    const run = { runId: "r", flowName: "f", runTitle: "t", startedAt: "2026-03-02T09:00:00.000Z" };
    const fold = createFold({ run });
    expect(fold).toMatchObject({ ...run, upToSeq: 0, status: "running", started: false });
    expect(fold.view()).toMatchObject({
      ...run,
      upToSeq: 0,
      updatedAt: run.startedAt,
      input: null,
    });
  });

  it.each([
    ["run_completed", { status: "completed" }, "completed", undefined],
    ["run_failed", { status: "failed", error: "why" }, "failed", "why"],
    ["run_failed", { status: "timed_out", error: "late" }, "timed_out", "late"],
    ["run_timed_out", { status: "timed_out", error: "late" }, "timed_out", "late"],
  ])("after %s %j is %s", (type, payload, status, error) => {
    const fold = folded("1.1", begin(), { type, payload });
    expect(fold.status).toBe(status);
    expect(fold.error).toBe(error);
    expect(fold.statusDetail).toBe(error);
    expect(fold.terminal).toEqual({ type, seq: 2, at: fold.lastAt });
    expect(fold.view().finishedAt).toBe(fold.lastAt);
  });

  it("is not changed by what follows the terminal event", () => {
    const end = { type: "run_completed", payload: { status: "completed" } };
    const fold = folded("1.1", begin(), end, start("a", "a#1"), { ...end, type: "run_failed" });
    expect(fold.status).toBe("completed");
    expect(fold.attempts).toHaveLength(0);
    expect(fold.upToSeq).toBe(4);
    expect(fold.ignored.afterTerminal).toBe(2);
  });

  it("is not touched by events of unknown types", () => {
    const fold = folded("1.1", begin(), { type: "__proto__" }, { type: "run_paused" });
    expect(fold.status).toBe("running");
    expect(fold.upToSeq).toBe(3);
    expect(fold.ignored.unknownType).toBe(2);
  });
});

const timedOut = (payload: object) => folded("1.0", begin(), { type: "run_timed_out", payload });

describe("a type of 1.1 in a bundle of 1.0", () => {
  it("counts when it can be understood", () => {
    expect(timedOut({ status: "timed_out", error: "late" }).status).toBe("timed_out");
    expect(timedOut({ error: null })).toMatchObject({
      status: "running",
      ignored: { unknownType: 1 },
    });
  });
});

describe("waiting", () => {
  const checkpoint = [
    begin(),
    start("ask", "ask#1", "checkpoint"),
    outcome("ask", "ask#1", { nodeType: "checkpoint", outputInline: { summary: "Well?" } }),
  ];

  it("comes from run_waiting in 1.1", () => {
    expect(folded("1.1", ...checkpoint).status).toBe("running");
    const fold = folded("1.1", ...checkpoint, waiting("Well?"));
    expect(fold).toMatchObject({ status: "waiting", waitingOn: "ask", statusDetail: "Well?" });
    expect(folded("1.1", ...checkpoint, waiting("")).statusDetail).toBe("ask");
    expect(folded("1.1", ...checkpoint, waiting()).statusDetail).toBe("ask");
  });

  it("comes from the checkpoint itself in 1.0", () => {
    const fold = folded("1.0", ...checkpoint);
    expect(fold).toMatchObject({ status: "waiting", waitingOn: "ask", statusDetail: "Well?" });
    expect(folded("1.0", ...checkpoint, start("b", "b#1")).status).toBe("running");
    const failed = [...checkpoint.slice(0, 2), failure("ask", "ask#1", { nodeType: "checkpoint" })];
    expect(folded("1.0", ...failed).status).toBe("running");
  });

  it("ends with run_resumed, whose output replaces that of the checkpoint", () => {
    const payload = { status: "running", cause: "input", outputInline: { approved: true } };
    const resumed = { type: "run_resumed", payload };
    const fold = folded("1.1", ...checkpoint, waiting(), resumed);
    expect(fold).toMatchObject({
      status: "running",
      waitingOn: undefined,
      statusDetail: undefined,
    });
    expect(fold.attempt("ask#1")?.output).toEqual({ inline: { approved: true } });
    expect(fold.view().nodes).toEqual([
      { nodeId: "ask", attemptIds: ["ask#1"], outputFrom: "ask#1" },
    ]);
  });

  it("leaves outputs alone when it is resumed without one, or after a crash", () => {
    for (const payload of [{ cause: "input" }, { cause: "crash", outputInline: 1 }]) {
      const resumed = { type: "run_resumed", payload: { status: "running", ...payload } };
      const fold = folded("1.1", ...checkpoint, waiting(), resumed);
      expect(fold.attempt("ask#1")?.output).toEqual({ inline: { summary: "Well?" } });
    }
  });
});

describe("attempts", () => {
  it("are current from start to outcome, with what they tell", () => {
    const fold = createFold();
    const [...events] = trace(begin(), start("a", "a#1"), beat({ statusDetail: "half" }), beat({}));
    for (const event of events) fold.apply(event);
    expect(fold.openAttempt?.attemptId).toBe("a#1");
    expect(fold.statusDetail).toBe("half");
    expect(fold.lastHeartbeatAt).toBe(events[3]?.at);
    expect(fold.currentNodeStartedAt).toBe(events[1]?.at);
    expect(fold.view().currentAttemptId).toBe("a#1");

    const closed = folded("1.1", begin(), start("a", "a#1"), outcome("a", "a#1"));
    expect(closed).toMatchObject({
      openAttempt: null,
      lastHeartbeatAt: undefined,
      statusDetail: undefined,
    });
    expect(closed.lastAttempt?.attemptId).toBe("a#1");
  });

  it("stay without outcome when the run ends", () => {
    const failed = { type: "run_failed", payload: { status: "failed", error: "Interrupted" } };
    const fold = folded("1.0", begin(), start("a", "a#1"), failed);
    expect(fold.openAttempt).toBeNull();
    expect(fold.lastAttempt?.outcome).toBeNull();
    expect(fold.view()).toMatchObject({ currentAttemptId: null, attempts: [{ outcome: null }] });
  });

  it("start and end once", () => {
    const again = { outcome: "failed", error: "no" };
    const fold = folded(
      "1.1",
      begin(),
      start("a", "a#1"),
      outcome("a", "a#1"),
      start("b", "a#1"),
      outcome("a", "a#1", again),
      outcome("x", "x#1"),
      begin(),
    );
    expect(fold.attempts).toHaveLength(1);
    expect(fold.attempt("a#1")).toMatchObject({ nodeId: "a", outcome: "ok", finishedSeq: 3 });
    expect(fold.ignored).toMatchObject({ repeated: 3, stray: 1 });
  });

  it("give the node's output as long as no later ok attempt has another", () => {
    const steps = [
      begin(),
      start("a", "a#1"),
      outcome("a", "a#1", { outputInline: 1 }),
      start("a", "a#2"),
      failure("a", "a#2"),
    ];
    const outputFrom = (...more: typeof steps) =>
      folded("1.1", ...steps, ...more).view().nodes[0]?.outputFrom;
    expect(outputFrom()).toBe("a#1");
    expect(outputFrom(start("a", "a#3"), outcome("a", "a#3"))).toBeNull();
    expect(outputFrom(start("a", "a#3"), outcome("a", "a#3", { outputInline: null }))).toBe("a#3");
  });

  it("may have any ids", () => {
    const ids = ["__proto__", "", "constructor", "a#1"];
    const fold = folded("1.1", begin(), ...ids.flatMap((id) => [start(id, id), outcome(id, id)]));
    expect(fold.view().nodes.map(({ nodeId }) => nodeId)).toEqual(ids);
    expect(fold.attempts.map(({ outcome: result }) => result)).toEqual(ids.map(() => "ok"));
    for (const id of ids) expect(fold.node(id)?.attempts).toHaveLength(1);
  });
});
