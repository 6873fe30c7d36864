import * as peer from "acpx/flows";
import { describe, expect, test } from "vitest";
import { FlowError } from "../errors.ts";
import * as own from "./index.ts";

const run = () => 1;

const definitions: Record<string, unknown> = {
  nothing: undefined,
  null: null,
  "an empty object": {},
  run: { run },
  exec: { exec: run },
  "run and exec": { run, exec: run },
  prompt: { prompt: run },
  "a prompt that is text": { prompt: "x" },
  "a run that is text": { run: "x" },
  "everything in common": { run, prompt: run, timeoutMs: 0, heartbeatMs: 0.5, statusDetail: "" },
  "undefined options": { run, prompt: run, timeoutMs: undefined, statusDetail: undefined },
  "timeout as text": { run, prompt: run, timeoutMs: "5" },
  "negative timeout": { run, prompt: run, timeoutMs: -1 },
  "infinite timeout": { run, prompt: run, timeoutMs: Infinity },
  "timeout NaN": { run, prompt: run, timeoutMs: Number.NaN },
  "timeout null": { run, prompt: run, timeoutMs: null },
  "negative heartbeat": { run, prompt: run, heartbeatMs: -1 },
  "status of a number": { run, prompt: run, statusDetail: 1 },
  "keys of one's own": { run, prompt: run, mine: 1 },
  "another node type": { run, prompt: run, nodeType: "zzz" },
  "parse with run": { run, prompt: run, parse: run },
  "parse with exec": { exec: run, prompt: run, parse: run },
  "parse as text": { exec: run, prompt: run, parse: "x" },
  summary: { run, prompt: run, summary: "s" },
  "summary of a number": { run, prompt: run, summary: 5 },
  "cwd of a number": { run, prompt: run, cwd: 5 },
  "cwd as function": { run, prompt: run, cwd: run },
  "session of a number": { run, prompt: run, session: 5 },
  "handle of a number": { run, prompt: run, session: { handle: 5 } },
  "isolated as text": { run, prompt: run, session: { isolated: "yes" } },
  session: { run, prompt: run, session: { handle: "", isolated: false, mine: 1 } },
  "profile of a number": { run, prompt: run, profile: 5 },
};

const { acp, action, checkpoint, compute, shell } = peer;
const makers = [
  ["acp", own.acp, acp],
  ["compute", own.compute, compute],
  ["action", own.action, action],
  ["shell", own.shell, shell],
  ["checkpoint", own.checkpoint, checkpoint],
] as const;

describe.each(makers)("%s", (_maker, ours, theirs) => {
  test.each(Object.entries(definitions))("%s", (_, definition) => {
    const expected = attempt(() => theirs(definition as never));
    expect(attempt(() => ours(definition as never))).toEqual(expected);
  });
});

test("what is refused is told in one message", () => {
  const make = () => own.acp({ prompt: "x", timeoutMs: "5s", session: { handle: 5 } } as never);
  expect(make).toThrow(FlowError);
  expect(make).toThrow(
    [
      "The node of acp() is not valid:",
      '  timeoutMs: expected a number of milliseconds, 0 or more; found "5s"',
      '  prompt: expected a function; found "x"',
      "  session.handle: expected a string; found 5",
    ].join("\n"),
  );
  expect(() => own.action({} as never)).toThrow("it has neither");
  expect(() => own.shell({ run } as never)).toThrow("needs exec");
  expect(() => own.compute({ run, nodeType: "acp" } as never)).toThrow(
    'expected "compute", or none',
  );
});

test("defineFlow gives back the very flow, and leaves the graph for later", () => {
  const flow = { name: "x", startAt: "later", nodes: { a: own.compute({ run }) }, edges: [] };
  expect(own.defineFlow(flow)).toBe(flow);
  expect(Reflect.ownKeys(flow)).toEqual(["name", "startAt", "nodes", "edges"]);
  expect(() => peer.defineFlow({ ...flow })).not.toThrow();
});

test("defineFlow refuses what acpx refuses", () => {
  const node = own.compute({ run });
  for (const flow of [
    undefined,
    {},
    { name: "", startAt: "a", nodes: { a: node }, edges: [] },
    { name: "x", startAt: "a", nodes: [node], edges: [] },
    { name: "x", startAt: "a", nodes: { a: node } },
    { name: "x", startAt: "a", nodes: { a: { nodeType: "zzz" } }, edges: [] },
    { name: "x", startAt: "a", nodes: { a: node }, edges: [{ from: "a" }] },
  ]) {
    expect(() => peer.defineFlow(flow as never)).toThrow("Invalid flow");
    expect(() => own.defineFlow(flow as never)).toThrow(FlowError);
  }
});

test("flows typed with acpx are typed for us, and the other way round", () => {
  const theirs: peer.FlowDefinition = {
    name: "x",
    startAt: "a",
    nodes: {
      a: compute({ run: ({ input, outputs, signal }) => [input, outputs, signal?.aborted] }),
      b: acp({ prompt: () => [{ type: "text", text: "Well?" }], parse: (text) => text }),
      c: shell({ exec: () => ({ command: "true" }), parse: ({ exitCode }) => exitCode }),
      d: action({ run: async ({ runShell }) => (await runShell?.({ command: "true" }))?.timedOut }),
      e: peer.decision({ question: "Well?", choices: ["yes", "no"] }),
      f: checkpoint(),
    },
    edges: [peer.decisionEdge({ from: "e", choices: ["yes", "no"], cases: { yes: "a", no: "f" } })],
  };
  const ours: own.FlowDefinition = theirs;
  const again: peer.FlowDefinition = own.defineFlow(ours);
  expect(again).toBe(theirs);
});

test("the runs folder", () => {
  expect(own.flowRunsBaseDir("/home/ada")).toBe("/home/ada/.flow-bundle/runs");
  expect(own.flowRunsBaseDir()).toMatch(/\/\.flow-bundle\/runs$/);
});

test("the exported names are those of acpx/flows", () => {
  expect(Object.keys(own).toSorted()).toEqual(Object.keys(peer).toSorted());
});

function attempt(make: () => unknown): unknown {
  try {
    return make();
  } catch {
    return "refused";
  }
}
