import type { BundleWriter } from "../write/bundle-writer.ts";
import { createBundle } from "../write/create.ts";
import type { NewRun } from "../write/create.ts";
import type { BundleWriteError } from "../write/errors.ts";
import { MemoryHost } from "./memory-host.ts";

/** A run of one node that comes again and again, and a checkpoint. */
export const run: NewRun = {
  producer: { name: "test", version: "1.0.0" },
  runId: "r1",
  flow: {
    schema: "acpx.flow-definition-snapshot.v1",
    name: "loop",
    startAt: "n",
    nodes: {
      n: { nodeType: "compute", hasRun: true },
      c: { nodeType: "checkpoint", hasRun: true },
    },
    edges: [{ from: "n", switch: { on: "$.next", cases: { n: "n", c: "c" } } }],
  },
  input: null,
};
/** Where its bundle is. */
export const path = "/runs/r1";
/** A session for it. */
export const binding = {
  key: "k",
  handle: "main",
  bundleId: "main-1",
  name: "main",
  agentName: "agent",
  agentCommand: "agent --acp",
  cwd: "/srv",
  acpxRecordId: "s",
  acpSessionId: "s",
};

/** A writer at the beginning of the run. */
export async function begin(host = new MemoryHost()): Promise<BundleWriter> {
  return createBundle(host, "/runs", run);
}

/** node_started. */
export function start(writer: BundleWriter, attemptId: string, nodeId = "n", nodeType = "compute") {
  const payload = { nodeType, timeoutMs: 0 };
  return writer.append({ type: "node_started", nodeId, attemptId, payload });
}

/** node_outcome, ok unless `more` says otherwise. */
export function end(
  writer: BundleWriter,
  attemptId: string,
  more: object = {},
  nodeId = "n",
  nodeType = "compute",
) {
  const payload = { nodeType, outcome: "ok" as const, error: null, ...more };
  return writer.append({ type: "node_outcome", nodeId, attemptId, payload });
}

/** run_completed. */
export function complete(writer: BundleWriter) {
  return writer.append({ type: "run_completed", payload: { status: "completed" } });
}

/** A file of the bundle as text; "" when there is none. */
export async function textOf(host: MemoryHost, file: string): Promise<string> {
  return (await host.files.readText(`${path}/${file}`)) ?? "";
}

/** The code of the error that a promise ends with. */
export async function codeOf(promise: Promise<unknown>): Promise<string | undefined> {
  const error = await promise.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  return (error as BundleWriteError | undefined)?.code;
}
