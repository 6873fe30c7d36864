import { readFileSync } from "node:fs";
import { toDocument } from "@flow-bundle/bundle";
import { loadValidators } from "@flow-bundle/schema";
import { expect, test } from "vitest";
import {
  acp,
  action,
  checkpoint,
  compute,
  decision,
  decisionEdge,
  defineFlow,
  shell,
} from "../authoring/index.ts";
import type { FlowDefinition } from "../authoring/index.ts";
import { checkFlow } from "./check.ts";
import { snapshotFlow } from "./snapshot.ts";
import { flowWith, flowWithEdges, node } from "./testing/parts.ts";

const run = () => 1;
const command = () => ({ command: "true" });
const prompt = () => "Well?";

/** Definitions of runs that acpx recorded, by the name of the fixture. */
const recorded: Record<string, FlowDefinition> = {
  "node-options": defineFlow({
    name: "node-options",
    startAt: "a",
    nodes: {
      a: compute({ timeoutMs: 0, heartbeatMs: 0, run }),
      b: compute({ timeoutMs: 1500.5, heartbeatMs: 12.5, statusDetail: "line one\nline two", run }),
      c: acp({ cwd: "/tmp", prompt }),
      d: acp({ session: { handle: "side" }, cwd: () => "/tmp", prompt, parse: run }),
    },
    edges: [
      Object.assign({ from: "a", to: "b" }, { label: "extra edge key" }),
      { from: "b", to: "c" },
      { from: "c", to: "d" },
    ],
  }),
  permissions: defineFlow({
    name: "permissions",
    permissions: Object.assign(
      { requiredMode: "approve-all" as const, requireExplicitGrant: true, reason: "edits files" },
      { extra: 1 },
    ),
    startAt: "ask",
    nodes: { ask: acp({ prompt }) },
    edges: [],
  }),
  decision: defineFlow({
    name: "decision",
    startAt: "judge",
    nodes: {
      judge: decision({ question: "Well?", choices: ["merge", "close"] }),
      merge: compute({ run }),
      close: compute({ run }),
    },
    edges: [
      decisionEdge({
        from: "judge",
        choices: ["merge", "close"],
        cases: { merge: "merge", close: "close" },
      }),
    ],
  }),
  checkpoint: defineFlow({
    name: "checkpoint",
    startAt: "a",
    nodes: {
      a: compute({ run }),
      wait: checkpoint({ summary: "needs human", run }),
      b: compute({ run }),
    },
    edges: [
      { from: "a", switch: { on: "$.route", cases: { wait: "wait", go: "b" } } },
      { from: "wait", to: "b" },
    ],
  }),
  "shell-ok": defineFlow({
    name: "shell-ok",
    startAt: "parsed",
    nodes: {
      parsed: shell({ statusDetail: "Parsing shell", exec: command, parse: run }),
      raw: shell({ exec: command }),
      stdin: action({ timeoutMs: 5000, exec: command }),
      nonzero: shell({ exec: command }),
      shellstr: shell({ exec: command }),
      silent: shell({ exec: command }),
    },
    edges: [
      { from: "parsed", to: "raw" },
      { from: "raw", to: "stdin" },
      { from: "stdin", to: "nonzero" },
      { from: "nonzero", to: "shellstr" },
      { from: "shellstr", to: "silent" },
    ],
  }),
  "proto-id": defineFlow({
    name: "proto-id",
    startAt: "a",
    nodes: { a: compute({ run }), ["__proto__"]: compute({ run }), b: compute({ run }) },
    edges: [
      { from: "a", to: "__proto__" },
      { from: "__proto__", to: "b" },
    ],
  }),
  "empty-id": defineFlow({
    name: "empty-id",
    startAt: "",
    nodes: { "": compute({ run }), b: compute({ run }) },
    edges: [{ from: "", to: "b" }],
  }),
};

test.each(Object.entries(recorded))("byte for byte what acpx recorded: %s", (name, flow) => {
  const path = new URL(
    `../../../../fixtures/third-party/acpx-0.19.1/${name}/flow.json`,
    import.meta.url,
  );
  expect(toDocument(snapshotFlow(checkFlow(flow)))).toBe(readFileSync(path, "utf8"));
});

test("snapshots satisfy the schema", async () => {
  const { document } = await loadValidators("1.1");
  for (const flow of Object.values(recorded)) {
    const snapshot: unknown = JSON.parse(toDocument(snapshotFlow(checkFlow(flow))));
    expect(document("flow")(snapshot)).toEqual([]);
  }
});

test("extra keys that the format cannot hold are left out", () => {
  let deep: unknown = "end";
  for (let level = 0; level < 61; level += 1) deep = [deep];
  const cycle: Record<string, unknown> = {};
  cycle["self"] = cycle;
  const edge = {
    from: "a",
    to: "b",
    run,
    symbol: Symbol("x"),
    gone: undefined,
    big: 5n,
    large: { number: 2 ** 60 },
    deep,
    cycle,
    label: "stays",
  };
  const { edges } = snapshotFlow(checkFlow(flowWithEdges(edge)));
  expect({ ...edges[0] }).toEqual({ from: "a", to: "b", label: "stays" });
});

test("a title is told when the flow has one, whatever it will be", () => {
  const runOf = (title: unknown) => snapshotFlow(checkFlow(flowWith({ run: { title } }))).run;
  expect(runOf("")).toEqual({ hasTitle: true });
  expect(runOf(() => undefined)).toEqual({ hasTitle: true });
  expect(runOf(undefined)).toBeUndefined();
});

test("the nodes inherit nothing", () => {
  const { nodes } = snapshotFlow(checkFlow(flowWith({ nodes: { a: node, constructor: node } })));
  expect(Object.getPrototypeOf(nodes)).toBeNull();
});
