import { mkdtempSync, readFileSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ArtifactReference, TraceEvent } from "@flow-bundle/schema";
import { expect, test } from "vitest";
import type {
  FlowNodeDefinition,
  ShellActionExecution,
  ShellActionNodeDefinition,
  ShellActionResult,
} from "../../authoring/types.ts";
import { withWords } from "../../shell/testing/with-words.ts";
import { eventsOf, findingsOf, flowOf, options, projectionOf } from "../testing/runs.ts";
import { runFlow } from "../run-flow.ts";
import type { RunOptions } from "../run-options.ts";

const cwd = realpathSync(mkdtempSync(join(tmpdir(), "shell-")));

/** A command of a shell script. */
function sh(script: string, more: Partial<ShellActionExecution> = {}): ShellActionExecution {
  return { command: "sh", args: ["-c", script], ...more };
}

type More = Partial<Omit<ShellActionNodeDefinition, "nodeType" | "exec">>;

/** Runs a flow of one command, and demands that the validator has nothing to say against the bundle. */
async function run(execution: unknown, more: More = {}, runOptions: Partial<RunOptions> = {}) {
  const node = { nodeType: "action", exec: () => execution, ...more } as FlowNodeDefinition;
  const end = await runFlow(flowOf({ a: node }), null, options({ cwd, ...runOptions }));
  expect(await findingsOf(end.path)).toEqual([]);
  const events = eventsOf(end.path).filter(({ attemptId }) => attemptId === "a#1");
  const outcome = events.find((event) => event.type === "node_outcome");
  if (outcome === undefined) throw new Error("the attempt has no outcome");
  const { payload } = outcome;
  return {
    path: end.path,
    types: events.map(({ type }) => type).filter((type) => type !== "node_heartbeat"),
    events,
    payload,
    output: end.state.outputs["a"] as ShellActionResult | undefined,
    stdout: content(end.path, payload.stdoutArtifact),
    stderr: content(end.path, payload.stderrArtifact),
    completed: events.find(isCompleted)?.payload,
  };
}

function isCompleted(
  event: TraceEvent,
): event is Extract<TraceEvent, { type: "action_completed" }> {
  return event.type === "action_completed";
}

function content(path: string, reference: ArtifactReference | undefined): string | undefined {
  return reference && readFileSync(join(path, reference.path), "latin1");
}

const whole = [
  "node_started",
  "action_prepared",
  "artifact_written",
  "artifact_written",
  "action_completed",
  "node_outcome",
];

test("a command is recorded with its output, and gives its result", async () => {
  const { types, payload, output, completed, stdout, stderr, events } = await run(
    sh('cat; printf "$WORD" >&2', { stdin: "in: ä", env: { WORD: "err" } }),
  );
  expect(types).toEqual(whole);
  const action = {
    actionType: "shell",
    command: "sh",
    args: ["-c", 'cat; printf "$WORD" >&2'],
    cwd,
  };
  expect(events.find(({ type }) => type === "action_prepared")?.payload).toEqual({ action });
  expect(payload).toMatchObject({
    outcome: "ok",
    action: { ...action, exitCode: 0, signal: null },
  });
  expect(completed).toEqual({
    action: payload.action,
    stdoutArtifact: payload.stdoutArtifact,
    stderrArtifact: payload.stderrArtifact,
  });
  expect([stdout, stderr]).toEqual([Buffer.from("in: ä").toString("latin1"), "err"]);
  expect(output).toEqual({
    command: "sh",
    args: action.args,
    cwd,
    stdout: "in: ä",
    stderr: "err",
    combinedOutput: expect.stringMatching(/^(?:in: äerr|errin: ä)$/),
    exitCode: 0,
    signal: null,
    durationMs: expect.any(Number),
  });
});

test("a heartbeat says what runs, before it is prepared", async () => {
  const { events } = await run(sh("true"));
  expect(events.slice(1, 3)).toMatchObject([
    { type: "node_heartbeat", payload: { statusDetail: 'shell: sh "-c" "true"' } },
    { type: "action_prepared" },
  ]);
});

test("the function of the flow makes the output", async () => {
  const { path, payload } = await run(sh("echo 7"), {
    parse: ({ stdout }, { input }) => ({ number: Number(stdout), input }),
  });
  expect(payload).toMatchObject({ outcome: "ok", outputInline: { number: 7, input: null } });
  expect(projectionOf(path).steps[0]?.rawText).toBe("7\n");
});

test("a function that fails leaves the receipts", async () => {
  const parse = () => {
    throw new Error("no number");
  };
  const { payload, completed, stdout } = await run(sh("echo x"), { parse });
  expect(payload).toMatchObject({ outcome: "failed", error: "no number", action: { exitCode: 0 } });
  expect(completed).toBeDefined();
  expect(stdout).toBe("x\n");
});

test("a bad exit code fails the attempt, and says why", async () => {
  const { types, payload, stdout, stderr } = await run(sh("echo out; echo bad thing >&2; exit 3"));
  expect(types).toEqual(whole);
  expect(payload).toMatchObject({ outcome: "failed", action: { exitCode: 3, signal: null } });
  expect(payload.error).toMatch(/^The command ended with exit code 3: sh "-c" .*\nbad thing$/);
  expect([stdout, stderr]).toEqual(["out\n", "bad thing\n"]);
});

test("a signal fails the attempt, and is named", async () => {
  const { payload, completed } = await run(sh("kill -9 $$"));
  expect(payload.error).toMatch(/^The command was ended by SIGKILL: sh/);
  expect(payload.action).toMatchObject({ exitCode: null, signal: "SIGKILL" });
  expect(completed?.action).toEqual(payload.action);
});

test.each([
  ["exit code", "exit 3", { exitCode: 3, signal: null }],
  ["signal", "kill -9 $$", { exitCode: null, signal: "SIGKILL" }],
])("a bad %s may be allowed", async (_, script, end) => {
  const { payload, output } = await run(sh(script, { allowNonZeroExit: true }));
  expect(payload).toMatchObject({ outcome: "ok", action: end });
  expect(output).toMatchObject(end);
});

test("the message repeats the end of a long standard error only", async () => {
  const { payload } = await run(sh("seq 1 5000 >&2; exit 1"));
  expect(payload.error).toMatch(/: sh "-c" "[^\n]*\n…\n[0-9]{4}\n(?:[0-9]{4}\n)+5000$/);
  expect(payload.error?.length).toBeLessThan(4200);
});

test.each([
  ["a missing program", { command: "no-such-program" }, /no program of this name/],
  [
    "a missing directory",
    { command: "sh", cwd: "gone" },
    /working directory ".*\/gone" does not exist/,
  ],
  ["a zero byte", { command: "sh", args: ["\0"] }, /Cannot start "sh": /],
])("of %s there is a receipt, and no completion", async (_, execution, message) => {
  const { types, payload } = await run(execution);
  expect(types).toEqual(["node_started", "action_prepared", "node_outcome"]);
  expect(payload).toMatchObject({
    outcome: "failed",
    error: expect.stringMatching(message),
    action: { exitCode: null, signal: null, durationMs: 0 },
  });
  expect(payload.stdoutArtifact).toBeUndefined();
});

test.each<[string, unknown, string]>([
  ["nothing", undefined, "exec has to be an object with a command, not undefined"],
  ["no command", {}, "exec: command has to be a text that is not empty, not undefined"],
  [
    "an empty command",
    { command: "" },
    "exec: command has to be a text that is not empty, not an empty one",
  ],
  [
    "arguments as a text",
    { command: "a", args: "b" },
    "exec: args has to be an array of texts, not a string",
  ],
  [
    "an object as argument",
    { command: "a", args: ["b", {}] },
    "exec: args[1] has to be a text, not an object",
  ],
  [
    "a bad variable",
    { command: "a", env: { A: [] } },
    "exec: env.A has to be a text, not an array",
  ],
  [
    "a bad limit",
    { command: "a", maxBufferBytes: 1.5 },
    "exec: maxBufferBytes has to be a whole number of at least 0, not 1.5",
  ],
  [
    "a bad time",
    { command: "a", timeoutMs: -1 },
    "exec: timeoutMs has to be a number of at least 0, not -1",
  ],
  [
    "several mistakes",
    { command: "a", cwd: 1, stdin: {} },
    "exec: cwd has to be a text, not 1; stdin has to be a text, not an object",
  ],
])("%s is told with its field, before anything is recorded", async (_, execution, message) => {
  const { types, payload } = await run(execution);
  expect(types).toEqual(["node_started", "node_outcome"]);
  expect(payload).toMatchObject({ outcome: "failed", error: message });
  expect(payload.action).toBeUndefined();
});

test("numbers become arguments, and undefined takes a variable away", async () => {
  const env = { HOME: undefined, COUNT: 5 } as unknown as Record<string, string>;
  const args = ["-c", 'echo "$1 $COUNT ${HOME-none}"', "sh", 1] as unknown as string[];
  const { stdout, payload } = await run({ command: "sh", args, env });
  expect(stdout).toBe("1 5 none\n");
  expect(payload.action).toMatchObject({ args: [...args.slice(0, 3), "1"] });
});

test("a shell runs a text, with what is appended to it", async () => {
  const { stdout } = await run({ command: "echo a; echo", args: ["b", "$((1 + 1))"], shell: true });
  expect(stdout).toBe("a\nb 2\n");
});

test("the time limit of a command ends it, and the attempt as timed out", async () => {
  const { payload, completed, stdout } = await run(
    sh("echo begun; sleep 61 & sleep 61.5", { timeoutMs: 200 }),
  );
  expect(payload).toMatchObject({
    outcome: "timed_out",
    error: "The command timed out after 200 ms",
    action: { exitCode: null, signal: "SIGTERM" },
  });
  expect(completed?.action).toEqual(payload.action);
  expect(stdout).toBe("begun\n");
  expect(withWords("sleep", "61")).toEqual([]);
});

test("the deadline of the attempt ends the command, and what it does with TERM is recorded", async () => {
  const script = "trap 'echo trapped; exit 7' TERM; echo begun; sleep 62 & wait";
  const { payload, stdout } = await run(sh(script), { timeoutMs: 300 });
  expect(payload).toMatchObject({ outcome: "timed_out", action: { exitCode: 7, signal: null } });
  expect(stdout).toBe("begun\ntrapped\n");
  expect(withWords("sleep", "62")).toEqual([]);
});

test("an interruption ends the command", async () => {
  const controller = new AbortController();
  const observe: RunOptions["observe"] = ({ type }) =>
    type === "action_prepared" && setTimeout(() => controller.abort(), 200);
  const { payload, completed } = await run(
    sh("sleep 63"),
    {},
    {
      interrupt: controller.signal,
      observe,
    },
  );
  expect(payload).toMatchObject({ outcome: "cancelled", action: { signal: "SIGTERM" } });
  expect(completed).toBeDefined();
  expect(withWords("sleep", "63")).toEqual([]);
});

test("a command that writes too much is stopped, and what was kept is marked", async () => {
  const { payload, stdout, stderr, completed } = await run(
    sh("printf 1234567890; sleep 64; exit 0", { maxBufferBytes: 8 }),
  );
  expect(payload).toMatchObject({
    outcome: "failed",
    stdoutArtifact: { truncated: true, bytes: 8 },
  });
  expect(payload.error).toBe(
    "The command wrote more than 8 bytes (maxBufferBytes) to standard output, and was stopped",
  );
  expect([stdout, stderr]).toEqual(["12345678", ""]);
  expect(completed?.stderrArtifact).not.toHaveProperty("truncated");
  expect(withWords("sleep", "64")).toEqual([]);
});

test("as much as it may is not too much", async () => {
  const { payload } = await run(sh("printf 12345678", { maxBufferBytes: 8 }));
  expect(payload.outcome).toBe("ok");
  expect(payload.stdoutArtifact).not.toHaveProperty("truncated");
});

test("a text that is cut stays a text", async () => {
  const { stdout, payload } = await run(sh("printf 'aé'", { maxBufferBytes: 2 }));
  expect(stdout).toBe("a");
  expect(payload.stdoutArtifact).toMatchObject({ mediaType: "text/plain", truncated: true });
});

test("bytes that are no text are kept as they are", async () => {
  const { stdout, payload, output } = await run(sh("printf 'a\\377b'"));
  expect(stdout).toBe("a\xffb");
  expect(payload.stdoutArtifact?.mediaType).toBe("application/octet-stream");
  expect(output?.stdout).toBe("a\ufffdb");
});

test("a background process that holds the output is ended with the command", async () => {
  const begin = performance.now();
  const { payload, stdout } = await run(sh("sleep 65 & echo done"));
  expect(performance.now() - begin).toBeLessThan(5000);
  expect(payload).toMatchObject({ outcome: "ok", action: { exitCode: 0 } });
  expect(stdout).toBe("done\n");
  expect(withWords("sleep", "65")).toEqual([]);
});

test("one with an output of its own lives on to the end of the run", async () => {
  let during: number[] = [];
  const flow = flowOf(
    {
      a: { nodeType: "action", exec: () => sh("sleep 66 >/dev/null 2>&1 & echo done") },
      b: { nodeType: "compute", run: () => void (during = withWords("sleep", "66")) },
    },
    [{ from: "a", to: "b" }],
  );
  await runFlow(flow, null, options({ cwd }));
  expect(during).toHaveLength(1);
  expect(withWords("sleep", "66")).toEqual([]);
});

test("a great output is taken whole", async () => {
  const { payload, output } = await run(sh("head -c 5000000 /dev/zero | tr '\\0' x"), {
    parse: ({ stdout }) => ({ length: stdout.length }),
  });
  expect(payload.stdoutArtifact?.bytes).toBe(5_000_000);
  expect(output).toEqual({ length: 5_000_000 });
});

test("arguments that are too long for a line become an artifact", async () => {
  const args = ["-c", 'echo "${#1}"', "sh", "x".repeat(70_000)];
  const { payload, path, stdout } = await run({ command: "sh", args });
  expect(stdout).toBe("70000\n");
  expect(payload.action).toMatchObject({
    args: [],
    argsArtifact: { mediaType: "application/json" },
  });
  const { argsArtifact } = payload.action as { argsArtifact: ArtifactReference };
  expect(JSON.parse(content(path, argsArtifact) ?? "")).toEqual(args);
});
