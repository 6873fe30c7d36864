import type { BundleWriter, Host, NewRun, SessionWriter } from "@flow-bundle/bundle";
import { createBundle } from "@flow-bundle/bundle";
import type { ArtifactReference, SessionBinding, SessionRecord } from "@flow-bundle/schema";

/** What a run was told to be written: it must not get lost. */
export class Acknowledged {
  seq = 0;
  messages = 0;
  status = "";
  /** Artifacts that an event names. */
  readonly artifacts = new Set<string>();
}

const binding: SessionBinding = {
  key: "agent::/srv::main",
  handle: "main",
  bundleId: "main-1",
  name: "sample-main",
  agentName: "agent",
  agentCommand: "agent --acp",
  cwd: "/srv",
  acpxRecordId: "sess-1",
  acpSessionId: "sess-1",
};

/** A flow with every sort of step. */
export const sample: NewRun = {
  producer: { name: "sample", version: "1.0.0" },
  runId: "sample-1",
  runTitle: "A sample",
  flow: {
    schema: "acpx.flow-definition-snapshot.v1",
    name: "sample",
    run: { hasTitle: true },
    startAt: "plan",
    nodes: {
      plan: { nodeType: "compute", hasRun: true },
      build: {
        nodeType: "action",
        actionExecution: "shell",
        hasRun: false,
        hasExec: true,
        hasParse: false,
      },
      judge: {
        nodeType: "acp",
        session: {},
        cwd: { mode: "default" },
        hasPrompt: true,
        hasParse: false,
      },
      ask: { nodeType: "checkpoint", hasRun: true },
      done: { nodeType: "compute", hasRun: true },
    },
    edges: [
      { from: "plan", to: "build" },
      { from: "build", to: "judge" },
      { from: "judge", to: "ask" },
      { from: "ask", to: "done" },
    ],
  },
  input: { change: 12 },
};

/** Records the sample run. `pause` is called between steps. */
export async function recordSample(
  host: Host,
  runsFolder: string,
  done: Acknowledged,
  pause: () => Promise<void>,
): Promise<void> {
  const writer = await createBundle(host, runsFolder, sample);
  done.seq = writer.state.upToSeq;
  const run = new Recorder(writer, done);
  try {
    await plan(run);
    await pause();
    await build(run);
    await pause();
    await judge(run);
    await pause();
    await ask(run);
    await run.start("done", "compute");
    await pause();
    await run.end("done", "compute", { outputInline: { released: true } });
    await run.add({ type: "run_completed", payload: { status: "completed" } });
  } catch (error) {
    await writer.close().catch(() => undefined);
    throw error;
  }
  await writer.close();
  done.status = "completed";
}

async function plan(run: Recorder): Promise<void> {
  await run.start("plan", "compute");
  const outputArtifact = await run.announced("plan", "one\ntwo\n");
  await run.end("plan", "compute", { outputArtifact });
}

async function build(run: Recorder): Promise<void> {
  await run.start("build", "action");
  const ids = { nodeId: "build", attemptId: "build#1" };
  const action = { actionType: "shell" as const, command: "make", args: ["all"], cwd: "/srv" };
  await run.add({ type: "action_prepared", ...ids, payload: { action } });
  const stdoutArtifact = await run.announced("build", "built\n");
  const stderrArtifact = await run.announced("build", "");
  const receipt = { ...action, exitCode: 0, signal: null, durationMs: 5 };
  const receipts = { action: receipt, stdoutArtifact, stderrArtifact };
  await run.add({ type: "action_completed", ...ids, payload: receipts });
  await run.end("build", "action", receipts);
}

async function judge(run: Recorder): Promise<void> {
  await run.start("judge", "acp");
  const ids = { nodeId: "judge", attemptId: "judge#1" };
  const promptArtifact = await run.announced("judge", "Is it good?");
  const session = await run.writer.session({
    binding,
    messages: [
      { direction: "outbound", message: { jsonrpc: "2.0", id: 0, method: "session/new" } },
      { direction: "inbound", message: { jsonrpc: "2.0", id: 0, result: { sessionId: "sess-1" } } },
    ],
  });
  run.done.seq = run.writer.state.upToSeq;
  run.done.messages = 2;
  const sessionId = session.id;
  await run.add({ type: "acp_prompt_prepared", ...ids, payload: { sessionId, promptArtifact } });
  await converse(run, session);
  await session.record(recordOf(session.lastSeq));
  const conversation = {
    sessionId,
    messageStart: 0,
    messageEnd: 1,
    eventStartSeq: 1,
    eventEndSeq: session.lastSeq,
  };
  const rawResponseArtifact = await run.announced("judge", "Yes.", sessionId);
  const payload = { sessionId, conversation, rawResponseArtifact };
  await run.add({ type: "acp_response_parsed", ...ids, payload });
  await run.end("judge", "acp", { promptArtifact, ...payload, outputInline: "Yes." });
}

async function converse({ done }: Recorder, session: SessionWriter): Promise<void> {
  const prompt = [{ type: "text", text: "Is it good?" }];
  const update = {
    sessionUpdate: "agent_message_chunk",
    content: { type: "text", text: "Yes." },
  };
  const messages = [
    ["outbound", { id: 1, method: "session/prompt", params: { sessionId: "sess-1", prompt } }],
    ["inbound", { method: "session/update", params: { sessionId: "sess-1", update } }],
    ["inbound", { id: 1, result: { stopReason: "end_turn" } }],
  ] as const;
  for (const [direction, message] of messages) {
    await session.message({ direction, message: { jsonrpc: "2.0", ...message } });
    done.messages = session.lastSeq;
  }
}

async function ask(run: Recorder): Promise<void> {
  await run.start("ask", "checkpoint");
  await run.end("ask", "checkpoint", { outputInline: { summary: "Release?" } });
  const attempt = { attemptId: "ask#1" };
  const waiting = { status: "waiting" as const, waitingOn: "ask", ...attempt, summary: "Release?" };
  await run.add({ type: "run_waiting", payload: waiting });
  const resumed = { status: "running" as const, cause: "input" as const, ...attempt };
  await run.add({ type: "run_resumed", payload: { ...resumed, outputInline: { yes: true } } });
}

class Recorder {
  readonly writer: BundleWriter;
  readonly done: Acknowledged;

  constructor(writer: BundleWriter, done: Acknowledged) {
    this.writer = writer;
    this.done = done;
  }

  async add(event: Parameters<BundleWriter["append"]>[0]): Promise<void> {
    const { seq } = await this.writer.append(event);
    this.done.seq = seq;
  }

  async start(nodeId: string, nodeType: string): Promise<void> {
    const ids = { nodeId, attemptId: `${nodeId}#1` };
    await this.add({ type: "node_started", ...ids, payload: { nodeType, timeoutMs: 0 } });
    await this.add({ type: "node_heartbeat", ...ids, payload: { statusDetail: "At work" } });
  }

  async end(nodeId: string, nodeType: string, more: object): Promise<void> {
    const payload = { nodeType, outcome: "ok" as const, error: null, ...more };
    await this.add({ type: "node_outcome", nodeId, attemptId: `${nodeId}#1`, payload });
  }

  async announced(nodeId: string, text: string, sessionId?: string): Promise<ArtifactReference> {
    const artifact = await this.writer.artifact(text);
    const ids = { nodeId, attemptId: `${nodeId}#1`, ...(sessionId !== undefined && { sessionId }) };
    await this.add({ type: "artifact_written", ...ids, payload: { artifact } });
    this.done.artifacts.add(artifact.path);
    return artifact;
  }
}

function recordOf(lastSeq: number): SessionRecord {
  const at = "2026-03-02T09:15:00.000Z";
  return {
    schema: "acpx.session.v1",
    acpxRecordId: "sess-1",
    acpSessionId: "sess-1",
    agentCommand: "agent --acp",
    cwd: "/srv",
    name: "sample-main",
    createdAt: at,
    lastUsedAt: at,
    lastSeq,
    eventLog: {
      active_path: "sessions/main-1/events.ndjson",
      segment_count: 1,
      max_segment_bytes: 67_108_864,
      max_segments: 1,
    },
    closed: false,
    title: null,
    messages: [
      { User: { id: "m1", content: [{ Text: "Is it good?" }] } },
      { Agent: { content: [{ Text: "Yes." }], tool_results: {} } },
    ],
    updated_at: at,
    cumulative_token_usage: {},
    request_token_usage: {},
  };
}
