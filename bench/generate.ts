// Writes a valid 1.1 bundle of any size: `node bench/generate.ts OUT [--events N] [--attempts N]`.
import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  buildSeal,
  createFold,
  projectLive,
  projectRun,
  projectSteps,
  toDocument,
  toLine,
} from "@flow-bundle/bundle";
import { directorySource } from "@flow-bundle/bundle/node";
import type { ArtifactReference, TraceEvent } from "@flow-bundle/schema";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { events: { type: "string", default: "200000" }, attempts: { type: "string" } },
});
const out = positionals[0];
if (out === undefined)
  throw new Error("usage: node bench/generate.ts OUT [--events N] [--attempts N]");
const wanted = Number(values.events);
const attempts = Number(values.attempts ?? Math.floor(wanted / 50));
// All attempts but the last run a command, which takes six events. The rest are heartbeats.
const commands = attempts - 1;
const heartbeats = wanted - 4 - commands * 6;
if (!(commands > 0 && heartbeats >= 0))
  throw new Error("there have to be two attempts, and six events for each");

rmSync(out, { recursive: true, force: true });
for (const folder of ["artifacts", "projections", "sessions"])
  mkdirSync(join(out, folder), { recursive: true });

const runId = "bench-run";
const flowName = "bench";
const trace = openSync(join(out, "trace.ndjson"), "w");
const fold = createFold();
const texts = new Map<string, string>();
let seq = 0;
let time = Date.parse("2026-01-05T08:00:00.000Z");
let pending = "";

function artifact(text: string, mediaType: string, extension: string): ArtifactReference {
  const sha256 = createHash("sha256").update(text).digest("hex");
  const path = `artifacts/sha256-${sha256}.${extension}`;
  if (!texts.has(path)) writeFileSync(join(out as string, path), text);
  texts.set(path, text);
  return { path, mediaType, bytes: Buffer.byteLength(text), sha256 };
}

function append(scope: string, type: string, fields: object, payload: object): void {
  seq += 1;
  time += 3;
  const at = new Date(time).toISOString();
  const event = { seq, at, runId, scope, type, ...fields, payload } as unknown as TraceEvent;
  fold.apply(event);
  pending += toLine(event);
  if (pending.length > 1 << 20) flush();
}

function flush(): void {
  writeSync(trace, pending);
  pending = "";
}

const startedAt = new Date(time + 3).toISOString();
const inputArtifact = artifact('{\n  "count": 3\n}\n', "application/json", "json");
append("run", "run_started", {}, { flowName, inputArtifact });
for (let k = 1; k <= commands; k += 1) command(k);
finish();
append("run", "run_completed", {}, { status: "completed" });
flush();
closeSync(trace);

function command(k: number): void {
  const own =
    Math.floor((k * heartbeats) / commands) - Math.floor(((k - 1) * heartbeats) / commands);
  const ids = { nodeId: "work", attemptId: `work#${k}` };
  const started = time + 3;
  append("node", "node_started", ids, {
    nodeType: "action",
    timeoutMs: 900_000,
    statusDetail: `Working on item ${k}`,
  });
  const shell = {
    actionType: "shell",
    command: "make",
    args: ["-C", "build", `item-${k}`],
    cwd: "/home/user/project",
  };
  append("action", "action_prepared", ids, { action: shell });
  for (let beat = 0; beat < own; beat += 1) {
    append("node", "node_heartbeat", ids, {
      statusDetail: `shell: make "-C" "build" "item-${k}" (${beat} s)`,
    });
  }
  // A few hundred different outputs: as in real runs, many commands say the same.
  const stdoutArtifact = artifact(`built item, variant ${k % 200}\n`, "text/plain", "txt");
  const stderrArtifact = artifact("", "text/plain", "txt");
  append(
    "artifact",
    "artifact_written",
    { ...ids, artifact: stdoutArtifact },
    { artifact: stdoutArtifact },
  );
  append(
    "artifact",
    "artifact_written",
    { ...ids, artifact: stderrArtifact },
    { artifact: stderrArtifact },
  );
  const action = { ...shell, exitCode: 0, signal: null, durationMs: own * 3 };
  append("action", "action_completed", ids, { action, stdoutArtifact, stderrArtifact });
  const durationMs = time + 3 - started;
  append("node", "node_outcome", ids, {
    nodeType: "action",
    outcome: "ok",
    durationMs,
    error: null,
    action,
    stdoutArtifact,
    stderrArtifact,
    outputInline: { item: k, next: k < commands ? "more" : "done" },
  });
}

function finish(): void {
  const ids = { nodeId: "finish", attemptId: `finish#1` };
  append("node", "node_started", ids, { nodeType: "compute", timeoutMs: 900_000 });
  append("node", "node_outcome", ids, {
    nodeType: "compute",
    outcome: "ok",
    durationMs: 3,
    error: null,
  });
}

const resolver = {
  text: ({ path }: ArtifactReference) => texts.get(path),
  json: ({ path }: ArtifactReference) => JSON.parse(texts.get(path) ?? "null") as unknown,
  binding: () => undefined,
};
const write = (file: string, value: unknown): void =>
  writeFileSync(join(out as string, file), toDocument(value));
const steps = projectSteps(fold, resolver);
write("projections/steps.json", steps);
write("projections/live.json", projectLive(fold, resolver));
write("projections/run.json", projectRun(fold, resolver, steps));
write("flow.json", {
  schema: "acpx.flow-definition-snapshot.v1",
  name: flowName,
  startAt: "work",
  nodes: {
    work: {
      nodeType: "action",
      actionExecution: "shell",
      hasRun: false,
      hasExec: true,
      hasParse: true,
    },
    finish: { nodeType: "compute", hasRun: true },
  },
  edges: [{ from: "work", switch: { on: "$.next", cases: { more: "work", done: "finish" } } }],
});
write("manifest.json", {
  schema: "acpx.flow-run-bundle.v1",
  specVersion: "1.1",
  producer: { name: "bench", version: "0.0.0" },
  runId,
  flowName,
  startedAt,
  finishedAt: fold.finishedAt,
  status: "completed",
  traceSchema: "acpx.flow-trace-event.v1",
  paths: {
    flow: "flow.json",
    trace: "trace.ndjson",
    runProjection: "projections/run.json",
    liveProjection: "projections/live.json",
    stepsProjection: "projections/steps.json",
    sessionsDir: "sessions",
    artifactsDir: "artifacts",
  },
  sessions: [],
  seal: await buildSeal(directorySource(out)),
});
process.stderr.write(`${out}: ${seq} events in ${attempts} attempts\n`);
