import { describe, expect, test } from "vitest";
import type { ComputeNodeDefinition, FlowNodeContext } from "../authoring/types.ts";
import { FlowError } from "../errors.ts";
import { checkFlow } from "./check.ts";
import { flowWith, flowWithEdges, mistakesOf, node } from "./testing/parts.ts";

const context = {} as FlowNodeContext;
const run = () => 1;
const nodes = (some: object) => mistakesOf(flowWith({ nodes: { a: node, ...some } }));

test("every mistake is named with its place", () => {
  const flow = {
    name: "",
    run: { title: 5 },
    permissions: { requiredMode: "all", requireExplicitGrant: "yes", reason: "" },
    startAt: "strat",
    nodes: {
      start: { nodeType: "compute" },
      "a b": { nodeType: "compute", run, timeoutMs: "5s", heartbeatMs: -1 },
      ask: { nodeType: "acp", prompt: "Well?", session: { handle: 5 }, cwd: null },
      act: { nodeType: "action", run, exec: run },
      odd: { nodeType: "comptue", run },
      not: [],
    },
    edges: [
      { from: "start", to: "ask" },
      { from: "start", to: "nowhere" },
      { from: "ask", switch: { on: "route", cases: { "x y": "actt", z: 5 } } },
      { from: "gone" },
      "act",
    ],
  };
  expect(mistakesOf(flow).split("\n")).toEqual([
    "The flow is not valid:",
    '  name: expected a text that is not empty; found ""',
    "  run.title: expected a string or a function; found 5",
    '  permissions.requiredMode: expected "approve-all", "approve-reads" or "deny-all"; found "all"',
    '  permissions.requireExplicitGrant: expected true or false; found "yes"',
    '  permissions.reason: expected a text that is not empty; found ""',
    "  nodes.start.run: expected a function; found nothing",
    '  nodes["a b"].timeoutMs: expected a number of milliseconds, 0 or more; found "5s"',
    '  nodes["a b"].heartbeatMs: expected a number of milliseconds, 0 or more; found -1',
    "  nodes.ask.cwd: expected a string or a function; found null",
    '  nodes.ask.prompt: expected a function; found "Well?"',
    "  nodes.ask.session.handle: expected a string; found 5",
    "  nodes.act: an action has either run or exec; it has both",
    '  nodes.odd.nodeType: expected one of "acp", "compute", "action", "checkpoint"; found "comptue"; did you mean "compute"?',
    "  nodes.not: expected a node, as acp(), action(), shell(), compute() and checkpoint() make it; found an empty array",
    '  edges[2].switch.on: expected a path that begins with "$.", "$output." or "$result."; found "route"',
    "  edges[2].switch.cases.z: expected the id of a node; found 5",
    "  edges[3]: an edge needs to, a node, or switch, a choice between nodes; it has neither",
    '  edges[4]: expected an edge, an object with from and either to or switch; found "act"',
    '  startAt: there is no node "strat"; did you mean "start"?',
    '  edges[1].to: there is no node "nowhere"; the flow has "start", "a b", "ask", "act", "odd", "not"',
    '  edges[1].from: the node "start" has an edge already, edges[0]; make them one edge with a switch',
    '  edges[2].switch.cases["x y"]: there is no node "actt"; did you mean "act"?',
    '  edges[3].from: there is no node "gone"; the flow has "start", "a b", "ask", "act", "odd", "not"',
  ]);
});

test("a single mistake is one sentence, and the error is a FlowError", () => {
  const check = () => checkFlow(flowWithEdges({ from: "a", switch: { on: "$.x", cases: {} } }));
  expect(check).toThrow(FlowError);
  expect(check).toThrow(
    'The flow "x" is not valid: edges[0].switch.cases: expected at least one case; found none',
  );
});

describe("what is no flow", () => {
  test.each([
    [undefined, "found nothing"],
    [null, "found null"],
    [5, "found 5"],
    ["x", 'found "x"'],
    [[], "found an empty array"],
    [() => 1, "found a function"],
    [new Map(), "found a value of the type Map"],
  ])("%s", (value, found) => {
    expect(mistakesOf(value)).toBe(
      `The flow is not valid: expected a flow, as defineFlow() makes it; ${found}`,
    );
  });

  test("nothing in it", () => {
    expect(mistakesOf({}).split("\n")).toHaveLength(5);
    expect(mistakesOf(Promise.resolve(flowWith()))).toContain(
      "name: expected a string; found nothing",
    );
  });
});

describe("values", () => {
  test.each([
    [Number.NaN, "found NaN"],
    [Infinity, "found Infinity"],
    [-0.5, "found -0.5"],
    [5n, "found the bigint 5n"],
    [Symbol("x"), "found a symbol"],
    [{}, "found an empty object"],
    [{ a: 1 }, "found an object"],
    [[1], "found an array"],
    [new Date(0), "found a value of the type Date"],
    ["a\u001b[31m\u202e\n", String.raw`found "a\u001b[31m\u202e\n"`],
  ])("%o as a time limit", (timeoutMs, found) => {
    expect(nodes({ p: { ...node, timeoutMs } })).toContain(found);
  });

  test("a time limit beyond the numbers of the format", () => {
    expect(nodes({ p: { ...node, timeoutMs: 2 ** 53 } })).toContain(
      "below 2^53; found 9007199254740992",
    );
    expect(nodes({ p: { ...node, timeoutMs: 2 ** 53 - 1 } })).toBe("");
  });

  test("long texts are cut", () => {
    const message = mistakesOf(flowWith({ startAt: "y".repeat(10_000) }));
    expect(message.length).toBeLessThan(300);
    expect(message).toContain("more characters");
  });
});

describe("sizes", () => {
  test("names have at most 4 KiB, counted in UTF-8", () => {
    expect(mistakesOf(flowWith({ name: "é".repeat(2048) }))).toBe("");
    expect(mistakesOf(flowWith({ name: `${"é".repeat(2048)}x` }))).toContain(
      "name: expected at most 4 KiB",
    );
    const session = { handle: "é".repeat(2049) };
    expect(nodes({ p: { nodeType: "acp", prompt: run, session } })).toContain(
      "nodes.p.session.handle",
    );
  });

  test("node ids leave room for the number of an attempt", () => {
    expect(nodes({ ["x".repeat(4080)]: node })).toBe("");
    expect(nodes({ ["x".repeat(4081)]: node })).toContain("the id has more than 4080 bytes");
  });
});

describe("the copy", () => {
  test("has the ids that objects are hostile to", () => {
    const ids = ["", "__proto__", "constructor", "a#1", "line\nbreak", "1"];
    const flow = flowWith({ startAt: "", nodes: Object.fromEntries(ids.map((id) => [id, node])) });
    const checked = checkFlow({
      ...flow,
      edges: [
        {
          from: "__proto__",
          switch: { on: "$.x", cases: JSON.parse('{"__proto__":"constructor"}') },
        },
      ],
    });
    expect(Object.keys(checked.nodes).toSorted()).toEqual(ids.toSorted());
    expect(Object.getPrototypeOf(checked.nodes)).toBeNull();
    expect(valueOf(checked.nodes, "__proto__")).toHaveProperty("nodeType", "compute");
    const [edge] = checked.edges as { switch: { cases: Record<string, string> } }[];
    expect(valueOf(edge?.switch.cases ?? {}, "__proto__")).toBe("constructor");
    expect(mistakesOf(flowWith({ startAt: "__proto__" }))).toContain("there is no node");
  });

  test("reads every property once", () => {
    const reads: string[] = [];
    const watched = <T extends object>(name: string, value: T): T =>
      new Proxy(value, {
        get(target, key, receiver) {
          if (typeof key === "string") reads.push(`${name}.${key}`);
          return Reflect.get(target, key, receiver) as unknown;
        },
      });
    const flow = watched("flow", {
      name: "x",
      run: watched("run", { title: () => "t" }),
      permissions: watched("permissions", { requiredMode: "deny-all" }),
      startAt: "a",
      nodes: watched("nodes", { a: watched("a", { ...node, timeoutMs: 5 }), b: node }),
      edges: [
        watched("edge", {
          from: "a",
          switch: watched("switch", { on: "$.x", cases: watched("cases", { b: "b" }) }),
        }),
      ],
    });
    checkFlow(flow);
    const twice = reads.filter((read, index) => reads.indexOf(read) !== index);
    expect(twice).toEqual([]);
    expect(reads).toContain("cases.b");
    expect(reads).toContain("a.run");
  });

  test("is not changed with the original", () => {
    const original = flowWithEdges({ from: "a", to: "b" });
    const checked = checkFlow(original);
    delete original.nodes["b"];
    original.edges.push({ from: "b", to: "c" });
    expect(Object.keys(checked.nodes)).toEqual(["a", "b", "c"]);
    expect(checked.edges).toHaveLength(1);
  });

  test("is a flow that can be checked again", () => {
    const checked = checkFlow(
      flowWithEdges({ from: "a", switch: { on: "$.x", cases: { b: "b" } } }),
    );
    expect(JSON.stringify(checkFlow(checked))).toBe(JSON.stringify(checked));
  });

  test("keeps what functions know as this", async () => {
    class Counter {
      readonly nodeType = "compute";
      count = 0;
      run() {
        this.count += 1;
        return this.count;
      }
    }
    const counter = new Counter();
    const titles = {
      text: "t",
      title() {
        return this.text;
      },
    };
    const checked = checkFlow(flowWith({ nodes: { a: counter }, run: titles }));
    expect(await (checked.nodes["a"] as ComputeNodeDefinition).run(context)).toBe(1);
    expect(counter.count).toBe(1);
    const { title } = checked.run as { title: () => string };
    expect(title()).toBe("t");
  });

  test("has extra keys of edges and permissions, and no other ones", () => {
    const checked = checkFlow({
      ...flowWithEdges({ from: "a", to: "b", label: "l" }),
      permissions: { requiredMode: "deny-all", mine: 1 },
      version: 2,
    });
    expect(checked.edges[0]).toHaveProperty("label", "l");
    expect(checked.permissions).toHaveProperty("mine", 1);
    expect(checked).not.toHaveProperty("version");
  });

  test("has to or switch, not both as keys", () => {
    const cases = { b: "b" };
    const [choice, plain] = checkFlow(
      flowWithEdges(
        { from: "a", to: undefined, switch: { on: "$.x", cases } },
        { from: "b", to: "c", switch: undefined },
      ),
    ).edges;
    expect(Object.keys(choice ?? {})).toEqual(["from", "switch"]);
    expect(Object.keys(plain ?? {})).toEqual(["from", "to"]);
  });
});

test("a getter that throws is a mistake at its place", () => {
  const broken = Object.defineProperty({ nodeType: "compute" }, "run", {
    get() {
      throw new Error("not yet");
    },
  });
  expect(nodes({ p: broken })).toContain("nodes.p.run: reading it failed: not yet");
});

test("thousands of nodes and mistakes take no time worth mentioning", () => {
  const many = Object.fromEntries(
    Array.from({ length: 5000 }, (_, index) => [`node ${index}`, node]),
  );
  const edges = Array.from({ length: 5000 }, (_, index) => ({
    from: `node ${index}`,
    to: `node ${index + 1}`,
  }));
  const started = performance.now();
  expect(mistakesOf({ name: "x", startAt: "node 0", nodes: many, edges })).toContain('"node 5000"');
  expect(performance.now() - started).toBeLessThan(5000);
});

function valueOf(value: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}
