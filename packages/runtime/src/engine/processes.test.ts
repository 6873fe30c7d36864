import { spawn } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runningProcesses } from "../process/system-processes.ts";
import { resumeFlow, runFlow } from "./run-flow.ts";
import {
  action,
  compute,
  findingsOf,
  flowOf,
  options,
  runsFolder,
  storyOf,
} from "./testing/runs.ts";

const sources = new URL("../../../../scripts/fixtures/sources.ts", import.meta.url).href;
const engine = new URL("./run-flow.ts", import.meta.url).href;

/** Runs a program in a process of its own; gives what it printed and how it ended. */
async function program(
  body: string,
): Promise<{ code: number | null; signal: string | null; stdout: string; stderr: string }> {
  const folder = runsFolder();
  const file = join(folder, "program.mjs");
  writeFileSync(file, `const { runFlow } = await import(${JSON.stringify(engine)});\n${body}`);
  const child = spawn(process.execPath, ["--import", sources, file], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (part) => (stdout += String(part)));
  child.stderr.on("data", (part) => (stderr += String(part)));
  return new Promise((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

const head = (runs: string) => `
const options = { permissionMode: "deny-all", outputRoot: ${JSON.stringify(runs)}, resolveAgent() {} };
const compute = (run, more) => ({ nodeType: "compute", run, ...more });
`;

test("a process ends by itself when its run is over, and not before", async () => {
  const runs = runsFolder();
  const { code, stdout, stderr } = await program(`${head(runs)}
    let checkIn;
    const idle = new Promise((resolve) => { checkIn = resolve; });
    const nodes = {
      // Nothing else keeps the process: only the run itself does.
      a: compute(() => { setTimeout(checkIn, 300).unref(); return idle; }, { timeoutMs: 0, heartbeatMs: 0 }),
      b: compute(() => new Promise(() => undefined), { timeoutMs: 50 }),
      c: { nodeType: "action", run: ({ runShell }) => runShell({ command: "true" }) },
    };
    const edges = [{ from: "a", to: "b" }, { from: "b", switch: { on: "$result.outcome", cases: { timed_out: "c" } } }];
    const end = await runFlow({ name: "test", startAt: "a", nodes, edges }, {}, options);
    const timers = process.getActiveResourcesInfo().filter((name) => name === "Timeout");
    const over = performance.now();
    process.on("exit", () => console.log(end.status, timers, performance.now() - over < 3000));
  `);
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "completed [] true\n", stderr: "" });
});

test("a run whose process was killed goes on in another one", async () => {
  const runs = runsFolder();
  const killed = await program(`${head(runs)}
    const nodes = {
      a: compute(() => "x".repeat(500)),
      b: compute(() => process.kill(process.pid, "SIGKILL")),
      c: compute(() => 1),
    };
    const edges = [{ from: "a", to: "b" }, { from: "b", to: "c" }];
    await runFlow({ name: "test", startAt: "a", nodes, edges }, {}, options);
  `);
  expect(killed.signal).toBe("SIGKILL");
  const runId = readdirSync(runs).find((name) => !name.startsWith(".")) ?? "";
  const path = join(runs, runId);
  const flow = flowOf(
    { a: compute(() => 0), b: compute(({ outputs }) => outputs["a"]), c: compute(() => 1) },
    [
      { from: "a", to: "b" },
      { from: "b", to: "c" },
    ],
  );
  const end = await resumeFlow(flow, path, {}, options());
  expect(end).toMatchObject({ status: "completed" });
  expect(end.state.outputs["b"]).toBe("x".repeat(500));
  expect(storyOf(path)).toEqual([
    "run_started",
    "> a#1",
    "artifact_written",
    "< a#1 ok",
    "> b#1",
    "< b#1 cancelled",
    "run_resumed crash",
    "> b#2",
    "artifact_written",
    "< b#2 ok",
    "> c#1",
    "< c#1 ok",
    "run_completed",
  ]);
  expect(await findingsOf(path)).toEqual([]);
});

test("commands of a function end with its attempt", async () => {
  const mark = join(runsFolder(), "pid");
  const script = `echo $$ > ${mark}; sleep 60 & sleep 60`;
  const flow = flowOf({
    a: action(({ runShell }) => runShell?.({ command: "sh", args: ["-c", script] }), {
      timeoutMs: 300,
    }),
  });
  const started = performance.now();
  const { status, path } = await runFlow(flow, {}, options());
  expect(status).toBe("timed_out");
  expect(performance.now() - started).toBeLessThan(10_000);
  const group = Number(readFileSync(mark, "utf8"));
  expect(runningProcesses()?.filter((one) => one.group === group)).toEqual([]);
  expect(await findingsOf(path)).toEqual([]);
});

test("a program that dies of an error leaves no command and no agent behind", async () => {
  const runs = runsFolder();
  const { code, stdout, stderr } = await program(`${head(runs)}
    const agentArgv = ["/bin/sh", "-c", "echo agent $$ >&2; exec sleep 600"];
    const resolveAgent = () => ({ agentName: "a", agentCommand: "a", agentArgv, cwd: "/" });
    const shell = { nodeType: "action", exec: () => ({ command: "sh", args: ["-c", "echo $$; sleep 600 & wait"] }) };
    const agent = { nodeType: "acp", prompt: () => "Hello" };
    for (const [name, node] of Object.entries({ shell, agent })) {
      const flow = { name, startAt: "a", nodes: { a: node }, edges: [] };
      void runFlow(flow, {}, { ...options, resolveAgent });
    }
    const { readdirSync, readFileSync } = await import("node:fs");
    const children = () => {
      const own = readFileSync(\`/proc/self/task/\${process.pid}/children\`, "utf8");
      return own.split(" ").filter((pid) => pid !== "").map(Number).filter((pid) => readFileSync(\`/proc/\${pid}/cmdline\`, "utf8").includes("600"));
    };
    while (children().length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    console.log(JSON.stringify(children()));
    setTimeout(() => { throw new Error("of the program"); });
  `);
  expect(stderr).toContain("of the program");
  expect(code).toBe(1);
  const sessions = JSON.parse(stdout) as number[];
  expect(sessions).toHaveLength(2);
  await expect
    .poll(() => (runningProcesses() ?? []).filter(({ session }) => sessions.includes(session)))
    .toEqual([]);
});
