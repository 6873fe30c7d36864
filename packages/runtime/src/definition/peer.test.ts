import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as peer from "acpx/flows";
import { afterAll, expect, test } from "vitest";
import { checkFlow } from "./check.ts";
import { snapshotFlow } from "./snapshot.ts";
import { flowWith, flowWithEdges, mistakesOf, node } from "./testing/parts.ts";

const folder = mkdtempSync(join(tmpdir(), "flow-bundle-peer-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = () => 1;
const beside = (other: object) => flowWith({ nodes: { a: node, p: other } });
const on = (path: unknown) => flowWithEdges({ from: "a", switch: { on: path, cases: { b: "b" } } });
const nullProto = (other: object) => Object.assign(Object.create(null), other) as object;

class ComputeNode {
  readonly nodeType = "compute";
  readonly #value = 7;
  run() {
    return this.#value;
  }
}

/** Flows that both accept, with the same snapshot, or both refuse. */
const same: Record<string, unknown> = {
  "the smallest": flowWith(),
  "keys of one's own at the top": flowWith({ version: 2, [Symbol("mine")]: 1 }),
  "a frozen flow": Object.freeze(flowWith()),
  "an empty name": flowWith({ name: "" }),
  "a blank name": flowWith({ name: " " }),
  "a name that is no text": flowWith({ name: 5 }),
  "an unknown start": flowWith({ startAt: "zz" }),
  "a start that every object has": flowWith({ startAt: "toString" }),
  "no nodes": flowWith({ nodes: {} }),
  "nodes in an array": flowWith({ nodes: [node], startAt: "0" }),
  "nodes without a prototype": flowWith({ nodes: nullProto({ a: node }) }),
  "nodes in a map": flowWith({ nodes: new Map([["a", node]]) }),
  "inherited nodes": flowWith({ nodes: Object.create({ a: node }) as object }),
  "the ids __proto__ and empty": {
    name: "x",
    startAt: "",
    nodes: Object.fromEntries([
      ["", node],
      ["__proto__", node],
      ["a#1", node],
      ["1", node],
    ]),
    edges: [
      { from: "", to: "__proto__" },
      { from: "__proto__", to: "a#1" },
    ],
  },
  "an instance of a class as node": flowWith({ nodes: { a: new ComputeNode() } }),
  "an unknown node type": beside({ nodeType: "zzz", run }),
  "no node type": beside({ run }),
  "a node that is null": flowWith({ nodes: { a: null } }),
  "a node that is a function": flowWith({ nodes: { a: run } }),
  "no edges": flowWith({ edges: undefined }),
  "edges null": flowWith({ edges: null }),
  "edges in a set": flowWith({ edges: new Set() }),
  "an edge of text": flowWithEdges("a"),
  "an edge to nowhere": flowWithEdges({ from: "a" }),
  "an edge from an unknown node": flowWithEdges({ from: "q", to: "b" }),
  "an edge to an unknown node": flowWithEdges({ from: "a", to: "q" }),
  "an edge with to and switch": flowWithEdges({
    from: "a",
    to: "b",
    switch: { on: "$.x", cases: { b: "c" } },
  }),
  "two edges from a node": flowWithEdges({ from: "a", to: "b" }, { from: "a", to: "c" }),
  "the same edge twice": flowWithEdges({ from: "a", to: "b" }, { from: "a", to: "b" }),
  "a hole in the edges": flowWith({
    edges: Object.assign(Array(2), { 1: { from: "a", to: "a" } }),
  }),
  "a switch that is null": flowWithEdges({ from: "a", switch: null }),
  "a switch without cases": flowWithEdges({ from: "a", switch: { on: "$.x" } }),
  "cases in an array": flowWithEdges({ from: "a", switch: { on: "$.x", cases: ["b"] } }),
  "a case that is no text": flowWithEdges({ from: "a", switch: { on: "$.x", cases: { b: 5 } } }),
  "a case to an unknown node": flowWithEdges({
    from: "a",
    switch: { on: "$.x", cases: { b: "q" } },
  }),
  "cases without a prototype": flowWithEdges({
    from: "a",
    switch: { on: "$.x", cases: nullProto({ b: "b" }) },
  }),
  "the path $.x": on("$.x"),
  "the path $output.x": on("$output.x"),
  "the path $result.output.x": on("$result.output.x"),
  "a path that is no text": on(5),
  "an edge nobody comes to": flowWithEdges({ from: "b", to: "b" }),
  "keys of one's own in edges": flowWithEdges(
    { from: "a", to: "b", label: "l", style: { color: [1, { x: null }], gone: undefined } },
    { from: "b", switch: { on: "$.x", cases: { b: "c" }, otherwise: "c" }, when: new Date(0) },
  ),
  permissions: flowWith({
    permissions: { requiredMode: "deny-all", requireExplicitGrant: false, reason: "r", mine: [1] },
  }),
  "an unknown permission mode": flowWith({ permissions: { requiredMode: "all" } }),
  "permissions without a mode": flowWith({ permissions: {} }),
  "permissions null": flowWith({ permissions: null }),
  "an empty reason": flowWith({ permissions: { requiredMode: "deny-all", reason: " " } }),
  "a title": flowWith({ run: { title: "t" } }),
  "a title that is empty": flowWith({ run: { title: "" } }),
  "a title by a function": flowWith({ run: { title: () => "t" } }),
  "no title": flowWith({ run: {} }),
  "a title that is no text": flowWith({ run: { title: 5 } }),
  "run as text": flowWith({ run: "t" }),
  "an acp node with everything": beside({
    nodeType: "acp",
    prompt: run,
    parse: run,
    profile: " p ",
    cwd: "rel/x",
    session: { handle: " h ", isolated: true, mine: 1 },
    timeoutMs: 1500.5,
    heartbeatMs: 0,
    statusDetail: "one\ntwo",
  }),
  "an acp node with empty texts": beside({
    nodeType: "acp",
    prompt: run,
    profile: "",
    cwd: "",
    session: { handle: "", isolated: false },
    statusDetail: "",
  }),
  "an acp node with a function for cwd": beside({ nodeType: "acp", prompt: run, cwd: run }),
  "a shell node": beside({ nodeType: "action", exec: run }),
  "a shell node with parse": beside({ nodeType: "action", exec: run, parse: run }),
  "a function node": beside({ nodeType: "action", run }),
  "a function node with parse": beside({ nodeType: "action", run, parse: run }),
  "an action with run and exec": beside({ nodeType: "action", run, exec: run }),
  "an action with neither": beside({ nodeType: "action" }),
  "a checkpoint": beside({ nodeType: "checkpoint" }),
  "a checkpoint with everything": beside({
    nodeType: "checkpoint",
    summary: "s",
    run,
    timeoutMs: 0,
  }),
  "a checkpoint with an empty summary": beside({ nodeType: "checkpoint", summary: "" }),
  "compute without run": beside({ nodeType: "compute" }),
};

test.each(Object.entries(same))("the same as acpx: %s", async (_, flow) => {
  const theirs = await peerSnapshot(flow);
  const ours = mistakesOf(flow) === "" ? asJson(snapshotFlow(checkFlow(flow))) : undefined;
  expect(ours).toEqual(theirs);
  expect(JSON.stringify(ours)).toBe(JSON.stringify(theirs));
});

const longName = "x".repeat(4097);

/** What acpx lets pass, and what cannot work or cannot be recorded. */
const stricter: Record<string, unknown> = {
  "a switch without a case": flowWithEdges({ from: "b", switch: { on: "$.x", cases: {} } }),
  "a path without a beginning": flowWithEdges({
    from: "b",
    switch: { on: "x", cases: { b: "b" } },
  }),
  "the path $": flowWithEdges({ from: "b", switch: { on: "$", cases: { b: "b" } } }),
  "the path $input.x": flowWithEdges({ from: "b", switch: { on: "$input.x", cases: { b: "b" } } }),
  "a limit no file can hold": beside({ nodeType: "compute", run, timeoutMs: 1e300 }),
  "a long node id": flowWith({ nodes: { a: node, [longName]: node } }),
  "half of a surrogate pair in a node id": flowWith({ nodes: { a: node, "\ud800": node } }),
  "a long handle": beside({ nodeType: "acp", prompt: run, session: { handle: longName } }),
};

test.each(Object.entries(stricter))("stricter than acpx: %s", async (_, flow) => {
  expect(await peerSnapshot(flow)).toBeDefined();
  expect(mistakesOf(flow)).not.toBe("");
});

const edge = { from: "a", to: "b" };

/** What acpx refuses or dies of, without need. */
const kinder: Record<string, unknown> = {
  "an instance of a class as nodes": flowWith({
    nodes: new (class {
      a = node;
    })(),
  }),
  "a switch beside a to that is undefined": flowWithEdges({
    from: "a",
    to: undefined,
    switch: { on: "$.x", cases: { b: "b" } },
  }),
  "exec beside a run that is undefined": beside({ nodeType: "action", run: undefined, exec: run }),
  "a function in an edge": flowWithEdges({ ...edge, run }),
  "a bigint in an edge": flowWithEdges({ ...edge, big: 5n }),
  "a cycle in an edge": flowWithEdges(cyclic({ ...edge })),
};

test.each(Object.entries(kinder))("kinder than acpx: %s", async (_, flow) => {
  expect(await peerSnapshot(flow)).toBeUndefined();
  expect(mistakesOf(flow)).toBe("");
});

/** The flow.json that acpx writes; undefined when it writes none. */
async function peerSnapshot(flow: unknown): Promise<unknown> {
  const outputRoot = mkdtempSync(join(folder, "runs-"));
  const runner = new peer.FlowRunner({
    resolveAgent: () => ({ agentName: "none", agentCommand: "false", cwd: folder }),
    permissionMode: "deny-all",
    outputRoot,
  });
  await runner.run(flow as peer.FlowDefinition, {}).catch(() => undefined);
  const path = join(outputRoot, readdirSync(outputRoot)[0] ?? "none", "flow.json");
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function cyclic(value: Record<string, unknown>): object {
  value["self"] = value;
  return value;
}
