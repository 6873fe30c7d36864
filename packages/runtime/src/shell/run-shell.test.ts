import { mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { FlowNodeContext, FlowShellExecution, FlowShellResult } from "../authoring/types.ts";
import { runFlow } from "../engine/run-flow.ts";
import { action, eventsOf, findingsOf, flowOf, options } from "../engine/testing/runs.ts";
import { withWords } from "./testing/with-words.ts";

const cwd = realpathSync(mkdtempSync(join(tmpdir(), "run-shell-")));

type Shell = (execution: FlowShellExecution) => Promise<FlowShellResult>;

/** Runs a flow of one function that may run commands. */
async function run(body: (shell: Shell, context: FlowNodeContext) => unknown, timeoutMs = 20_000) {
  const node = action(
    (context) => {
      if (context.runShell === undefined) throw new Error("no runShell");
      return body(context.runShell, context);
    },
    { timeoutMs },
  );
  const end = await runFlow(flowOf({ a: node }), null, options({ cwd }));
  expect(await findingsOf(end.path)).toEqual([]);
  const events = eventsOf(end.path).filter(({ attemptId }) => attemptId === "a#1");
  const outcome = events.at(-1);
  if (outcome?.type !== "node_outcome") throw new Error("the attempt has no outcome");
  return { events, outcome: outcome.payload, output: end.state.outputs["a"] };
}

function sh(script: string, more: Partial<FlowShellExecution> = {}): FlowShellExecution {
  return { command: "sh", args: ["-c", script], ...more };
}

/** Lets the function go on with the error. */
async function caught(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

test("a command is a result, whatever its end, and leaves no events of its own", async () => {
  const { events, outcome, output } = await run((shell) =>
    shell(sh("echo out; echo err >&2; exit 3")),
  );
  expect(output).toEqual({
    command: "sh",
    args: ["-c", "echo out; echo err >&2; exit 3"],
    cwd,
    stdout: "out\n",
    stderr: "err\n",
    combinedOutput: expect.stringMatching(/^(?:out\nerr|err\nout)\n$/),
    exitCode: 3,
    signal: null,
    durationMs: expect.any(Number),
    timedOut: false,
  });
  expect(outcome).toMatchObject({ outcome: "ok", action: { actionType: "function" } });
  expect(events.map(({ type }) => type)).not.toContain("action_prepared");
});

test("its own time limit is part of the result", async () => {
  const { output } = await run((shell) => shell(sh("echo begun; sleep 71", { timeoutMs: 200 })));
  expect(output).toMatchObject({ timedOut: true, signal: "SIGTERM", stdout: "begun\n" });
});

test("it rejects when a command cannot be started, is no command, or writes too much", async () => {
  const errors: unknown[] = [];
  await run(async (shell) => {
    errors.push(await caught(shell({ command: "no-such-program" })));
    errors.push(await caught(shell({} as FlowShellExecution)));
    errors.push(await caught(shell(sh("echo too long", { maxBufferBytes: 3 }))));
  });
  expect(errors).toMatchObject([
    { code: "ENOENT", message: expect.stringContaining("no program of this name") },
    { message: "runShell: command has to be a text that is not empty, not undefined" },
    { message: expect.stringContaining("more than 3 bytes (maxBufferBytes)") },
  ]);
});

test("the deadline of the attempt ends the command before the attempt ends", async () => {
  let running: Promise<unknown> | undefined;
  const script = "trap 'sleep 0.3; echo trapped; exit 1' TERM; sleep 72 & wait";
  const { outcome } = await run(async (shell) => {
    running = caught(shell(sh(script)));
    return running;
  }, 300);
  expect(outcome).toMatchObject({ outcome: "timed_out" });
  expect(outcome.durationMs).toBeGreaterThan(580);
  expect(await running).toMatchObject({ name: "AttemptAborted", outcome: "timed_out" });
  expect([withWords("sleep", "72"), withWords("sh", "-c", script)]).toEqual([[], []]);
});

test("an attempt waits for commands that its function did not await", async () => {
  const begin = performance.now();
  const { outcome } = await run((shell) => {
    void shell(sh("sleep 0.4"));
    return "gone";
  });
  expect(performance.now() - begin).toBeGreaterThan(380);
  expect(outcome).toMatchObject({ outcome: "ok", outputInline: "gone" });
});

test("no command begins when the attempt has ended", async () => {
  let shell: Shell | undefined;
  await run((given) => {
    shell = given;
  });
  await expect(shell?.(sh("true"))).rejects.toMatchObject({ name: "AttemptOver" });
});
