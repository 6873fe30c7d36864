/** A flow for a producer, and what comes of it. */
export interface FlowCase {
  readonly name: string;
  readonly nodes: Readonly<Record<string, object>>;
  readonly edges?: readonly object[];
  readonly behaviour?: Readonly<Record<string, readonly object[]>>;
  readonly input?: unknown;
  /** Status of the run, then each attempt with its outcome. */
  readonly story: readonly string[];
}

const compute = { nodeType: "compute", hasRun: true };
const action = { nodeType: "action", hasParse: false };
const functionAction = { ...action, actionExecution: "function", hasRun: true, hasExec: false };
const shell = { ...action, actionExecution: "shell", hasRun: false, hasExec: true };
const checkpoint = { nodeType: "checkpoint", hasRun: false };
const sh = (script: string, more: object = {}) => ({
  exec: { command: "sh", args: ["-c", script], ...more },
});
const edge = (from: string, to: string) => ({ from, to });
const choice = (from: string, on: string, cases: object) => ({ from, switch: { on, cases } });
const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);

/** Flows for the producer in Python. */
export const flowCases: readonly FlowCase[] = [
  {
    name: "values of all sorts",
    nodes: Object.fromEntries(
      ["a", "b", "c", "d", "e", "f", "g", "h"].map((name) => [name, compute]),
    ),
    edges: ["ab", "bc", "cd", "de", "ef", "fg", "gh"].map(([from = "", to = ""]) => edge(from, to)),
    behaviour: {
      a: [{ return: null }],
      b: [{ return: "x".repeat(70_000) }],
      c: [{ return: deep(60) }],
      d: [{ return: [1e300, 1.5, -0, 2 ** 53, 1e21, 0.1] }],
      e: [{ return: "lone \ud800 \udc00, whole \ud83d\ude00" }],
      f: [{ return: JSON.parse('{"__proto__": {"x": 1}, "": [true, false]}') }],
      g: [{}],
      h: [{ return: "é\u2028\u0000\u007f".repeat(3000) }],
    },
    input: { text: "\u2028 ä", list: Array.from({ length: 5000 }, (_, index) => index / 4) },
    story: ["completed", ..."abcdefgh"].map((name) => (name.length > 1 ? name : `${name}#1 ok`)),
  },
  {
    name: "hostile ids",
    nodes: { ["__proto__"]: compute, "": compute, "a#1": compute, "../../x\n": compute },
    edges: [edge("__proto__", ""), edge("", "a#1"), edge("a#1", "../../x\n")],
    story: ["completed", "__proto__#1 ok", "#1 ok", "a#1#1 ok", "../../x\n#1 ok"],
  },
  {
    name: "a loop until it works, by outcome",
    nodes: { try: functionAction, count: compute, end: compute },
    edges: [choice("try", "$result.outcome", { failed: "count", ok: "end" }), edge("count", "try")],
    behaviour: { try: [{ fail: "one" }, { fail: "two" }, { return: { list: [3] } }] },
    story: [
      "completed",
      "try#1 failed",
      "count#1 ok",
      "try#2 failed",
      "count#2 ok",
      "try#3 ok",
      "end#1 ok",
    ],
  },
  {
    name: "routes by the output",
    nodes: { a: compute, b: compute, c: compute, d: compute, e: compute },
    edges: [
      choice("a", "$.list.1.ok", { true: "b" }),
      choice("b", "$output.n", { "1.5": "c" }),
      choice("c", "$result.output.s", { "": "d" }),
      choice("d", "$.n", { "0": "e" }),
      choice("e", "$.none", { x: "a" }),
    ],
    behaviour: {
      a: [{ return: { list: [0, { ok: true }], large: "y".repeat(1000) } }],
      b: [{ return: { n: 1.5 } }],
      c: [{ return: { s: "" } }],
      d: [{ return: { n: 0 } }],
      e: [{ return: { none: null } }],
    },
    story: ["failed", "a#1 ok", "b#1 ok", "c#1 ok", "d#1 ok", "e#1 ok"],
  },
  {
    name: "commands of all sorts",
    nodes: { a: shell, b: shell, c: shell, d: shell, e: shell, f: shell, g: shell },
    edges: [
      edge("a", "b"),
      edge("b", "c"),
      edge("c", "d"),
      choice("d", "$result.outcome", { failed: "e" }),
      choice("e", "$result.outcome", { failed: "f" }),
      choice("f", "$result.outcome", { failed: "g" }),
    ],
    behaviour: {
      a: [sh('cat; printf %s "$WORD" >&2', { stdin: "in: ä", env: { WORD: "err" } })],
      b: [{ ...sh("exit 3", { allowNonZeroExit: true }), parse: "exitCode" }],
      c: [{ ...sh("echo '{\"a\": [1]}'"), parse: "stdoutJson" }],
      d: [{ ...sh("printf '\\377\\376'; echo no"), parse: "stdoutJson" }],
      e: [{ exec: { command: "no-such-program-here", args: ["x".repeat(70_000)] } }],
      f: [sh("printf 1234567890; kill -9 $$", { maxBufferBytes: 4 })],
      g: [sh("yes | head -c 100000; exit 7")],
    },
    story: [
      "failed",
      "a#1 ok",
      "b#1 ok",
      "c#1 ok",
      "d#1 failed",
      "e#1 failed",
      "f#1 failed",
      "g#1 failed",
    ],
  },
  {
    name: "a command without end is stopped, with what it started",
    nodes: { a: { ...shell, timeoutMs: 300, heartbeatMs: 50 } },
    behaviour: { a: [sh("trap '' TERM; echo begun; sleep 61 & sleep 62")] },
    story: ["timed_out", "a#1 timed_out"],
  },
  {
    name: "a function that takes too long, and another way on",
    nodes: { a: { ...compute, timeoutMs: 100.5 }, b: { ...functionAction, timeoutMs: 50 } },
    edges: [choice("a", "$result.outcome", { timed_out: "b" })],
    behaviour: { a: [{ sleepMs: 60_000 }], b: [{ sleepMs: 60_000 }] },
    story: ["timed_out", "a#1 timed_out", "b#1 timed_out"],
  },
  {
    name: "an error that is too long for a line",
    nodes: { a: compute },
    behaviour: { a: [{ fail: "ä".repeat(20_000) }] },
    story: ["failed", "a#1 failed"],
  },
  {
    name: "a checkpoint",
    nodes: { ask: { ...checkpoint, summary: "Well?" }, then: compute },
    edges: [edge("ask", "then")],
    story: ["waiting", "ask#1 ok"],
  },
];
