import { expect, test } from "vitest";
import type { FlowEdge } from "../../authoring/types.ts";
import type { FinishedAttempt } from "../finished-attempt.ts";
import { graphOf } from "../graph.ts";
import { jsonOutput } from "../output.ts";
import { flowOf } from "../testing/runs.ts";
import { nextStep } from "./next-step.ts";

function finished(output: unknown, more: Partial<FinishedAttempt> = {}): FinishedAttempt {
  const at = "2026-01-01T00:00:00.000Z";
  const { outcome = "ok", error } = more;
  return {
    nodeId: "a",
    outcome,
    error,
    thrown: undefined,
    json: jsonOutput(output),
    result: {
      attemptId: "a#1",
      nodeId: "a",
      nodeType: "compute",
      outcome,
      startedAt: at,
      finishedAt: at,
      durationMs: 0,
      ...(error !== undefined && { error }),
    },
    ...more,
  };
}

/** The node that follows, or how the run ends. */
function after(edge: FlowEdge | undefined, last: FinishedAttempt): string {
  const next = nextStep(graphOf(flowOf({}, edge === undefined ? [] : [edge])), last);
  if ("nodeId" in next) return next.nodeId;
  const { ending } = next;
  return "error" in ending ? `${ending.status}: ${ending.error}` : ending.status;
}

const on = (path: string, ...labels: string[]): FlowEdge => ({
  from: "a",
  switch: { on: path, cases: Object.fromEntries(labels.map((label) => [label, `to ${label}`])) },
});

test.each([
  ["$.x", { x: "b" }, "b"],
  ["$output.x", { x: "b" }, "b"],
  ["$.x", { x: true }, "true"],
  ["$.x", { x: false }, "false"],
  ["$.x", { x: 0 }, "0"],
  ["$.x", { x: 1.5 }, "1.5"],
  ["$.x", { x: "" }, ""],
  ["$.x.1", { x: ["a", "b"] }, "b"],
  ["$.x.length", { x: ["a", "b"] }, "2"],
  ["$.", { "": "b" }, "b"],
  ["$..x", { "": { x: "b" } }, "b"],
  ["$. x", { " x": "b" }, "b"],
  ["$.__proto__.x", JSON.parse('{"__proto__":{"x":"b"}}'), "b"],
  ["$.x", { x: new Date(0) }, "1970-01-01T00:00:00.000Z"],
  ["$result.outcome", {}, "ok"],
  ["$result.nodeType", {}, "compute"],
  ["$result.output.x", { x: "b" }, "b"],
])("%s of %j leads to the case %j", (path, output, label) => {
  expect(after(on(path, label, "other"), finished(output))).toBe(`to ${label}`);
});

test.each([
  ["$.x", { x: null }, '$.x has to be a string, a number or a boolean after node "a"; it is null'],
  ["$.x", {}, "it is nothing"],
  ["$.x", undefined, "it is nothing"],
  ["$.x", null, "it is nothing"],
  ["$.x", { x: {} }, "it is an object"],
  ["$.x", { x: [] }, "it is an array"],
  ["$.x", { x: Number.NaN }, "it is null"],
  ["$.x", Object.create({ x: "b" }), "it is nothing"],
  ["$.x.0", { x: "abc" }, "it is nothing"],
  ["$.x.length", { x: "abc" }, "it is nothing"],
  ["$.x[0]", { x: ["b"] }, "it is nothing"],
  ["$.size", new Map([[1, 1]]), "it is nothing"],
  ["$.toString.name", {}, "it is nothing"],
  ["$.x", { x: "c" }, '$.x is "c" after node "a", and there are only cases for "b"'],
  ["$.x", { x: "toString" }, '$.x is "toString"'],
  ["$.x", { x: "__proto__" }, '$.x is "__proto__"'],
  ["$", "b", '"$" is no path'],
  ["$output", "b", '"$output" is no path'],
  ["$input.x", { x: "b" }, '"$input.x" is no path'],
  ["x", { x: "b" }, '"x" is no path'],
])("%s of %j leads nowhere", (path, output, message) => {
  const end = after(on(path, "b"), finished(output));
  expect(end).toMatch(/^failed: /);
  expect(end).toContain(message);
});

test("without an edge the run ends as its last attempt did", () => {
  expect(after(undefined, finished(1))).toBe("completed");
  const failed = finished(undefined, { outcome: "failed", error: "no" });
  const timedOut = finished(undefined, { outcome: "timed_out", error: "late" });
  for (const edge of [undefined, { from: "a", to: "b" }, on("$.x", "b"), on("$output.x", "b")]) {
    expect(after(edge, failed)).toBe("failed: no");
    expect(after(edge, timedOut)).toBe("timed_out: late");
  }
  expect(after({ from: "a", to: "b" }, finished(1))).toBe("b");
});

test("after an attempt that is not ok, switches over the result are followed", () => {
  const failed = finished(undefined, { outcome: "failed", error: "no" });
  expect(after(on("$result.outcome", "failed"), failed)).toBe("to failed");
  expect(after(on("$result.error", "no"), failed)).toBe("to no");
  expect(after(on("$result.outcome", "ok"), failed)).toContain('$result.outcome is "failed"');
});
