import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { AcpNodeDefinition, FlowDefinition, FlowNodeDefinition } from "../authoring/types.ts";
import { runningProcesses } from "../process/system-processes.ts";
import { resumeFlow, runFlow } from "./run-flow.ts";
import type { RunOptions } from "./run-options.ts";
import {
  action,
  checkpoint,
  eventsOf,
  findingsOf,
  flowOf,
  options,
  payloadOf,
  projectionOf,
  runsFolder,
} from "./testing/runs.ts";

const program = fileURLToPath(
  new URL("../../../../examples/agents/scripted-agent.ts", import.meta.url),
);

/** Options for runs with an agent that answers, or hangs when it is asked to. */
function withAgent(): RunOptions {
  const script = {
    capabilities: { load: true },
    stateDir: join(runsFolder(), "state"),
    rules: [
      { when: "hang", steps: [{ text: "beginning" }, { sleep: 60_000 }] },
      { steps: [{ thought: "Hm" }, { text: "An answer" }] },
    ],
  };
  const agentArgv = [process.execPath, program, JSON.stringify(script)];
  const agent = { agentName: "scripted", agentCommand: "scripted", agentArgv, cwd: runsFolder() };
  return options({ permissionMode: "approve-all", resolveAgent: () => agent });
}

const acp = (prompt: AcpNodeDefinition["prompt"], more: object = {}): FlowNodeDefinition => ({
  nodeType: "acp",
  prompt,
  ...more,
});

function chain(nodes: Record<string, FlowNodeDefinition>): FlowDefinition {
  const ids = Object.keys(nodes);
  return flowOf(
    nodes,
    ids.slice(1).map((to, index) => ({ from: ids[index] ?? "", to })),
  );
}

test("nodes of all types work together, before and after the run waited", async () => {
  const flow = chain({
    first: acp(() => "one"),
    alone: acp(() => "two", { session: { isolated: true } }),
    command: { nodeType: "action", exec: () => ({ command: "echo", args: ["hi"] }) },
    helped: action(
      async ({ runShell }) => (await runShell?.({ command: "echo", args: ["ho"] }))?.stdout,
    ),
    ask: checkpoint({ summary: "Go on?" }),
    last: acp(({ outputs }) => `three, after ${String(outputs["ask"])}`),
  });
  const given = withAgent();
  const waiting = await runFlow(flow, {}, given);
  expect(waiting).toMatchObject({ status: "waiting", waitingOn: "ask" });
  expect(await findingsOf(waiting.path)).toEqual([]);
  expect(Object.values(waiting.state.sessionBindings)).toMatchObject([{ handle: "main" }]);
  expect(waiting.state.steps.slice(0, 3)).toMatchObject([
    { promptText: "one", rawText: "An answer", session: { handle: "main" } },
    { promptText: "two", rawText: "An answer", session: { handle: "isolated" } },
    { promptText: null, rawText: "hi\n", session: null },
  ]);
  const end = await resumeFlow(flow, waiting.path, { input: "a yes" }, given);
  expect(end).toMatchObject({ status: "completed" });
  expect(await findingsOf(end.path)).toEqual([]);
  expect(end.state.outputs).toMatchObject({
    first: "An answer",
    helped: "ho\n",
    last: "An answer",
  });
  // The state of a resumed run is the one that its bundle shows.
  expect(JSON.parse(JSON.stringify(end.state.steps))).toEqual(projectionOf(end.path).steps);
  expect(eventsOf(end.path).filter(({ type }) => type === "session_bound")).toHaveLength(2);
});

test("a turn that exceeds its limit keeps its receipts, and the session can be used again", async () => {
  const flow = flowOf({ a: acp(() => "hang", { timeoutMs: 3000 }), b: acp(() => "again") }, [
    { from: "a", switch: { on: "$result.outcome", cases: { timed_out: "b" } } },
  ]);
  const { status, path } = await runFlow(flow, {}, withAgent());
  expect(status).toBe("completed");
  expect(await findingsOf(path)).toEqual([]);
  const outcome = eventsOf(path).find(({ type }) => type === "node_outcome");
  expect(payloadOf(outcome)).toMatchObject({
    outcome: "timed_out",
    error: "Timed out after 3000 ms",
    promptArtifact: {},
    rawResponseArtifact: {},
    conversation: {},
  });
});

test("an interruption in the middle of a turn ends the agent, and keeps the receipts", async () => {
  const controller = new AbortController();
  const { error, path } = await runFlow(
    chain({ a: acp(() => "hang") }),
    {},
    {
      ...withAgent(),
      interrupt: controller.signal,
      observe: ({ type }) =>
        type === "acp_prompt_prepared" && setTimeout(() => controller.abort(), 50),
    },
  );
  expect(error).toBe("Interrupted");
  expect(await findingsOf(path)).toEqual([]);
  const [outcome, terminal] = eventsOf(path).slice(-2);
  expect(payloadOf(outcome)).toMatchObject({ outcome: "cancelled", conversation: {} });
  expect(terminal?.type).toBe("run_failed");
});

test("daemons that agents and commands start do not outlive the run, however it ends", async () => {
  const pids = join(runsFolder(), "pids");
  const loop = `trap "" TERM HUP; echo $$ >> ${pids}; while :; do sleep 1; done`;
  const daemon = `(setsid sh -c '${loop}' < /dev/null > /dev/null 2>&1 &)`;
  const given = withAgent();
  const [node = "", ...args] = given.resolveAgent().agentArgv ?? [];
  const agentArgv = ["/bin/sh", "-c", `${daemon}; exec "$0" "$@"`, node, ...args];
  const resolveAgent = () => ({ ...given.resolveAgent(), agentArgv });
  const command = (rest: string, more: object = {}): FlowNodeDefinition => ({
    nodeType: "action",
    exec: () => ({ command: "/bin/sh", args: ["-c", `${daemon}; ${rest}`] }),
    ...more,
  });
  const good = chain({ ask: acp(() => "one"), leave: command("exit") });
  const late = chain({ ask: acp(() => "two"), leave: command("sleep 60", { timeoutMs: 1000 }) });
  expect(await runFlow(good, {}, { ...given, resolveAgent })).toMatchObject({
    status: "completed",
  });
  expect(await runFlow(late, {}, { ...given, resolveAgent })).toMatchObject({
    status: "timed_out",
  });
  const daemons = readFileSync(pids, "utf8").trim().split("\n").map(Number);
  expect(daemons).toHaveLength(4);
  expect(runningProcesses()?.filter(({ pid }) => daemons.includes(pid))).toEqual([]);
}, 120_000);
