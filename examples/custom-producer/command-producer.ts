import { spawnSync } from "node:child_process";
import { createBundle } from "@flow-bundle/bundle";
import { nodeHost } from "@flow-bundle/bundle/node";

const functions = { hasRun: false, hasExec: true, hasParse: false };
const bundle = await createBundle(nodeHost(), process.env["RUNS_DIR"] ?? ".tmp/runs", {
  producer: { name: "example-runner", version: "1.0.0" },
  flow: {
    schema: "acpx.flow-definition-snapshot.v1",
    name: "show-version",
    startAt: "version",
    nodes: { version: { nodeType: "action", actionExecution: "shell", ...functions } },
    edges: [],
  },
  input: null,
});
const nodeType = "action";
const attempt = { nodeId: "version", attemptId: "version#1" };
const started = Date.now();
await bundle.append({ type: "node_started", ...attempt, payload: { nodeType, timeoutMs: 0 } });

const command = { command: "node", args: ["--version"], cwd: process.cwd() };
const action = { actionType: "shell", ...command } as const;
await bundle.append({ type: "action_prepared", ...attempt, payload: { action } });
const { stdout, stderr, status: exitCode, signal } = spawnSync(command.command, command.args);
const receipt = {
  action: { ...action, exitCode, signal, durationMs: Date.now() - started },
  stdoutArtifact: await bundle.artifact(stdout, { announce: attempt }),
  stderrArtifact: await bundle.artifact(stderr, { announce: attempt }),
};
await bundle.append({ type: "action_completed", ...attempt, payload: receipt });

const outcome = { nodeType, outcome: "ok", error: null, ...receipt } as const;
await bundle.append({ type: "node_outcome", ...attempt, payload: outcome });
await bundle.append({ type: "run_completed", payload: { status: "completed" } });
await bundle.close();
