import { createBundle } from "@flow-bundle/bundle";
import { nodeHost } from "@flow-bundle/bundle/node";

const bundle = await createBundle(nodeHost(), process.env["RUNS_DIR"] ?? ".tmp/runs", {
  producer: { name: "example-runner", version: "1.0.0" },
  flow: {
    schema: "acpx.flow-definition-snapshot.v1",
    name: "sum",
    startAt: "add",
    nodes: { add: { nodeType: "compute", hasRun: true } },
    edges: [],
  },
  input: [19, 23],
});
const [attempt, nodeType] = [{ nodeId: "add", attemptId: "add#1" }, "compute"] as const;
await bundle.append({ type: "node_started", ...attempt, payload: { nodeType, timeoutMs: 0 } });
const outcome = { nodeType, outcome: "ok", error: null, outputInline: 19 + 23 } as const;
await bundle.append({ type: "node_outcome", ...attempt, payload: outcome });
await bundle.append({ type: "run_completed", payload: { status: "completed" } });
await bundle.close();
