import type { Flow } from "@flow-bundle/schema";
import { expect, test } from "vitest";
import { branchBetween, buildGraph } from "./flow-model.ts";
import { gridLayout } from "./grid-layout.ts";

const flowOf = (startAt: string, nodes: readonly string[], edges: readonly unknown[]): Flow =>
  ({
    schema: "acpx.flow-definition-snapshot.v1",
    name: "f",
    startAt,
    nodes: Object.fromEntries(nodes.map((id) => [id, { nodeType: "compute" }])),
    edges,
  }) as Flow;

const loop = flowOf(
  "build",
  ["fail", "done", "build", "check"],
  [
    { from: "build", to: "check" },
    {
      from: "check",
      switch: { on: "$.route", cases: { again: "build", ok: "done", fine: "done", bad: "fail" } },
    },
  ],
);

test("start, terminals, decisions and back edges are derived", () => {
  const { nodes, edges } = buildGraph(loop);
  expect(nodes[0]?.id).toBe("build");
  expect(nodes[1]?.id).toBe("check");
  expect(nodes.filter(({ isStart }) => isStart).map(({ id }) => id)).toEqual(["build"]);
  expect(nodes.filter(({ isTerminal }) => isTerminal).map(({ id }) => id)).toEqual([
    "done",
    "fail",
  ]);
  expect(nodes.find(({ id }) => id === "check")?.branches).toEqual([
    { to: "build", labels: ["again"] },
    { to: "done", labels: ["ok", "fine"] },
    { to: "fail", labels: ["bad"] },
  ]);
  expect(edges.filter(({ isBack }) => isBack)).toMatchObject([{ from: "check", to: "build" }]);
});

test("a node that leads to itself leads back", () => {
  const { edges } = buildGraph(flowOf("a", ["a"], [{ from: "a", to: "a" }]));
  expect(edges).toMatchObject([{ from: "a", to: "a", isBack: true }]);
});

test("what is broken is passed over, and what is missing is marked", () => {
  const flow = flowOf("a", ["a"], [null, 7, {}, { from: "a", to: "b" }, { from: "a", switch: 1 }]);
  const { nodes, edges } = buildGraph(flow, ["a", "c", "__proto__"]);
  expect(nodes.map(({ id, missing }) => [id, missing])).toEqual(
    [
      ["a", undefined],
      ["__proto__", "run"],
      ["c", "run"],
      ["b", "edge"],
    ].toSorted(
      (x, y) => nodes.findIndex(({ id }) => id === x[0]) - nodes.findIndex(({ id }) => id === y[0]),
    ),
  );
  expect(edges).toHaveLength(1);
});

test("nodes named like members of objects are nodes", () => {
  const nodes = JSON.parse('{"__proto__":{"nodeType":"acp"},"constructor":{"nodeType":"acp"}}');
  const flow = { ...flowOf("__proto__", [], [{ from: "__proto__", to: "constructor" }]), nodes };
  const graph = buildGraph(flow as Flow);
  expect(graph.nodes.map(({ id, nodeType }) => [id, nodeType])).toEqual([
    ["__proto__", "acp"],
    ["constructor", "acp"],
  ]);
});

test("a grid has the start above, and each node below those that lead to it", () => {
  const graph = buildGraph(loop);
  const { places } = gridLayout(graph);
  const y = (id: string): number => places.get(id)?.y ?? Number.NaN;
  expect(y("build")).toBeLessThan(y("check"));
  expect(y("check")).toBeLessThan(y("done"));
  expect(y("done")).toBe(y("fail"));
  const spots = Array.from(places.values(), ({ x, y }) => `${x} ${y}`);
  expect(new Set(spots).size).toBe(spots.length);
});

test("the branch between two nodes names all values that lead there", () => {
  expect(branchBetween(loop, "check", "done")).toEqual({ on: "$.route", values: ["ok", "fine"] });
  expect(branchBetween(loop, "build", "check")).toBeUndefined();
  expect(branchBetween(loop, "check", "nowhere")).toBeUndefined();
  const broken = flowOf("a", ["a"], [null, { from: "a", switch: { cases: { x: 1, y: "a" } } }]);
  expect(branchBetween(broken, "a", "a")).toEqual({ on: "", values: ["y"] });
});
