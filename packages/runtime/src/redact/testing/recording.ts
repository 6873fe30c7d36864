import type { BundleWriter, NewMessage, NewRun } from "@flow-bundle/bundle";
import type { SessionRecord } from "@flow-bundle/schema";
import { releaseHeld } from "../index.ts";

/** Gives the text that stands in some place of the record. */
export type TextOf = (place: string) => string;

/** The run that {@link record} writes. */
export function runWith(text: TextOf): NewRun {
  // Each has a member that an author added.
  const requiredMode = "approve-all" as const;
  const permissions = { requiredMode, reason: text("reason"), note: text("note") };
  const edge = { from: "command", to: "many", comment: text("edge") };
  return {
    producer: { name: "test", version: "1.0.0" },
    runId: "r1",
    runTitle: `Title ${text("title")}`,
    input: { deep: [`input ${text("input")}`], number: 12_345_678 },
    flow: {
      schema: "acpx.flow-definition-snapshot.v1",
      name: "recording",
      run: { hasTitle: true },
      permissions,
      startAt: "command",
      nodes: {
        command: {
          nodeType: "action",
          statusDetail: text("node"),
          actionExecution: "shell",
          hasRun: false,
          hasExec: true,
          hasParse: true,
        },
        many: {
          nodeType: "action",
          actionExecution: "shell",
          hasRun: false,
          hasExec: true,
          hasParse: false,
        },
        talk: {
          nodeType: "acp",
          session: { handle: "main" },
          cwd: { mode: "default" },
          hasPrompt: true,
          hasParse: false,
        },
        ask: { nodeType: "checkpoint", summary: text("summary of node"), hasRun: false },
        fail: { nodeType: "compute", hasRun: true },
      },
      edges: [
        edge,
        { from: "many", to: "talk" },
        { from: "talk", to: "ask" },
        { from: "ask", to: "fail" },
      ],
    },
  };
}

/** Writes something in every place that a bundle has for texts, split where texts come in pieces. */
export async function record(writer: BundleWriter, text: TextOf): Promise<void> {
  await recordCommand(writer, text);
  await recordManyArguments(writer, text);
  await recordTurn(writer, text);
  await recordEnd(writer, text);
  await writer.close();
}

async function recordCommand(writer: BundleWriter, text: TextOf): Promise<void> {
  const ids = { nodeId: "command", attemptId: "command#1" };
  const nodeType = "action";
  const statusDetail = `Running ${text("started")}`;
  await writer.append({
    type: "node_started",
    ...ids,
    payload: { nodeType, timeoutMs: 0, statusDetail },
  });
  await writer.append({
    type: "node_heartbeat",
    ...ids,
    payload: { statusDetail: text("heartbeat") },
  });
  const prepared = {
    actionType: "shell" as const,
    command: `run ${text("command")}`,
    args: ["--token", text("argument")],
    cwd: "/srv",
  };
  await writer.append({ type: "action_prepared", ...ids, payload: { action: prepared } });
  const binary = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text("binary"))]);
  const receipt = {
    action: { ...prepared, exitCode: 0, signal: null, durationMs: 3 },
    stdoutArtifact: await writer.artifact(`out ${text("stdout")}\n`, { announce: ids }),
    stderrArtifact: await writer.artifact(binary, { announce: ids }),
  };
  await writer.append({ type: "action_completed", ...ids, payload: receipt });
  const own = { note: text("extension") };
  await writer.append({ type: "x_note", scope: "node", ...ids, payload: own });
  const output = { json: { list: [{ text: `${text("output artifact")}` }] } };
  const outputArtifact = await writer.artifact(output, { announce: ids });
  const payload = { nodeType, outcome: "ok" as const, error: null, ...receipt, outputArtifact };
  await writer.append({ type: "node_outcome", ...ids, payload });
}

async function recordManyArguments(writer: BundleWriter, text: TextOf): Promise<void> {
  const ids = { nodeId: "many", attemptId: "many#1" };
  const nodeType = "action";
  await writer.append({ type: "node_started", ...ids, payload: { nodeType, timeoutMs: 0 } });
  const args = ["x".repeat(70_000), text("argument artifact")];
  const action = {
    actionType: "shell" as const,
    command: "run",
    args: [],
    argsArtifact: await writer.artifact({ json: args }, { announce: ids }),
    cwd: "/srv",
  };
  await writer.append({ type: "action_prepared", ...ids, payload: { action } });
  const cut = text("truncated").slice(0, 12);
  const receipt = {
    action: { ...action, exitCode: null, signal: "SIGTERM", durationMs: 3 },
    stdoutArtifact: await writer.artifact(Buffer.from(`out ${cut}`), {
      announce: ids,
      truncated: true,
    }),
    stderrArtifact: await writer.artifact(new Uint8Array(), { announce: ids }),
  };
  await writer.append({ type: "action_completed", ...ids, payload: receipt });
  const inline = { outputInline: { text: `inline ${text("output inline")}` } };
  const payload = { nodeType, outcome: "ok" as const, error: null, ...receipt, ...inline };
  await writer.append({ type: "node_outcome", ...ids, payload });
}

async function recordTurn(writer: BundleWriter, text: TextOf): Promise<void> {
  const ids = { nodeId: "talk", attemptId: "talk#1" };
  const nodeType = "acp";
  await writer.append({ type: "node_started", ...ids, payload: { nodeType, timeoutMs: 0 } });
  const promptArtifact = await writer.artifact(text("prompt artifact"), { announce: ids });
  const agentArgv = ["agent", `--key=${text("agent argument")}`];
  const binding = {
    key: JSON.stringify([text("key"), agentArgv, "/srv", "main"]),
    handle: "main",
    bundleId: "main-0a0a0a0a",
    name: "recording-main",
    agentName: "agent",
    agentCommand: `agent ${text("agent command")}`,
    agentArgv,
    cwd: "/srv",
    acpxRecordId: "sess-1",
    acpSessionId: "sess-1",
  };
  const session = await writer.session({ binding, messages: beginning(text) });
  const sessionId = session.id;
  await writer.append({
    type: "acp_prompt_prepared",
    ...ids,
    payload: { sessionId, promptArtifact },
  });
  const written = turn(text).map((message) => session.message(message));
  releaseHeld(session);
  await Promise.all(written);
  const content = [{ Text: text("record user") }];
  const tool = {
    id: "call-0001",
    name: text("record tool"),
    raw_input: text("record input"),
    input: {},
  };
  const said = [{ Text: text("record agent") }, { ToolUse: tool }];
  const results = { t1: { tool_use_id: "call-0001", output: { text: text("record output") } } };
  const value: SessionRecord = {
    schema: "acpx.session.v1",
    acpxRecordId: "sess-1",
    acpSessionId: "sess-1",
    agentCommand: binding.agentCommand,
    agentArgv,
    cwd: "/srv",
    name: binding.name,
    createdAt: "2026-03-02T09:15:00.000Z",
    lastUsedAt: "2026-03-02T09:15:00.000Z",
    lastSeq: session.lastSeq,
    eventLog: {
      active_path: `sessions/${sessionId}/events.ndjson`,
      segment_count: 1,
      max_segment_bytes: 67_108_864,
      max_segments: 1,
    },
    closed: false,
    title: text("record title"),
    messages: [
      { User: { id: "u1", content } },
      { Agent: { content: said, tool_results: results } },
    ],
    updated_at: "2026-03-02T09:15:00.000Z",
    cumulative_token_usage: {},
    request_token_usage: {},
  };
  await session.record(value);
  const answer = `the answer ${text("chunk")} and more`;
  const rawResponseArtifact = await writer.artifact(answer, { announce: { ...ids, sessionId } });
  const conversation = {
    sessionId,
    messageStart: 0,
    messageEnd: 1,
    eventStartSeq: 1,
    eventEndSeq: session.lastSeq,
  };
  const receipt = { sessionId, conversation, rawResponseArtifact };
  await writer.append({ type: "acp_response_parsed", ...ids, payload: receipt });
  const outputArtifact = await writer.artifact(`text ${text("output text")}`, { announce: ids });
  const ended = { nodeType, outcome: "ok" as const, error: null, ...receipt };
  const payload = { ...ended, promptArtifact, outputArtifact };
  await writer.append({ type: "node_outcome", ...ids, payload });
}

/** From `initialize` to the session. */
function beginning(text: TextOf): NewMessage[] {
  const env = [{ name: "PLAIN", value: text("!server variable") }];
  const headers = [{ name: "X-Plain", value: text("!server header") }];
  const mcpServers = [
    { name: "local", command: "server", args: [text("server argument")], env },
    { type: "http", name: "remote", url: "https://example.org/mcp", headers },
  ];
  return [
    request(0, "initialize", { protocolVersion: 1 }),
    answer(0, { protocolVersion: 1, agentInfo: { name: "a", title: text("agent title") } }),
    request(1, "authenticate", { methodId: "api-key", _meta: { given: text("!credential") } }),
    answer(1, {}),
    request(2, "session/load", { sessionId: "sess-1", cwd: "/srv", mcpServers }),
    ...pieces("user_message_chunk", text("replayed chunk")),
    answer(2, {}),
  ];
}

function turn(text: TextOf): NewMessage[] {
  const diff = {
    type: "diff",
    path: "/srv/a",
    oldText: text("diff old"),
    newText: text("diff new"),
  };
  const shown = { type: "content", content: { type: "text", text: text("tool content") } };
  const env = [{ name: "AGENT_TOKEN", value: text("!terminal variable") }];
  const options = [{ optionId: "yes", name: text("option"), kind: "allow_once" }];
  const toolCall = { toolCallId: "call-0001", title: text("permission") };
  return [
    request(3, "session/prompt", {
      sessionId: "sess-1",
      prompt: [
        { type: "text", text: `please ${text("prompt")}` },
        { type: "resource", resource: { uri: "file:///a", text: text("resource") } },
      ],
    }),
    ...pieces("agent_thought_chunk", text("thought chunk")),
    update("agent_message_chunk", { content: { type: "text", text: "the answer " } }),
    ...pieces("agent_message_chunk", text("chunk")),
    update("agent_message_chunk", { content: { type: "text", text: " and more" } }),
    update("plan", { entries: [{ content: text("plan"), priority: "high", status: "completed" }] }),
    update("tool_call", {
      toolCallId: "call-0001",
      title: text("tool title"),
      kind: "execute",
      status: "completed",
      rawInput: { command: ["x", text("raw input")] },
    }),
    update("tool_call_update", { toolCallId: "call-0001", content: [diff, shown] }),
    update("tool_call_update", {
      toolCallId: "call-0001",
      rawOutput: { text: text("raw output") },
    }),
    request(0, "session/request_permission", { sessionId: "sess-1", toolCall, options }, "inbound"),
    answer(0, { outcome: { outcome: "selected", optionId: "yes" } }, "outbound"),
    request(
      1,
      "terminal/create",
      { sessionId: "sess-1", command: "sh", args: [text("terminal argument")], env },
      "inbound",
    ),
    answer(1, { terminalId: "term-1" }, "outbound"),
    request(2, "terminal/output", { sessionId: "sess-1", terminalId: "term-1" }, "inbound"),
    answer(2, { output: `$ ${text("terminal output")}`, truncated: false }, "outbound"),
    request(3, "fs/read_text_file", { sessionId: "sess-1", path: "/srv/a" }, "inbound"),
    answer(3, { content: text("file read") }, "outbound"),
    request(
      4,
      "fs/write_text_file",
      { sessionId: "sess-1", path: "/srv/a", content: text("file written") },
      "inbound",
    ),
    failure(4, text("error message"), text("error data")),
    {
      direction: "inbound",
      message: { jsonrpc: "2.0", method: "_own/note", params: { status: text("own method") } },
    },
    answer(3, { stopReason: "end_turn", _meta: { note: text("meta") } }),
  ];
}

async function recordEnd(writer: BundleWriter, text: TextOf): Promise<void> {
  const ask = { nodeId: "ask", attemptId: "ask#1" };
  const checkpoint = { nodeType: "checkpoint" } as const;
  await writer.append({ type: "node_started", ...ask, payload: { ...checkpoint, timeoutMs: 0 } });
  const passed = { ...checkpoint, outcome: "ok" as const, error: null };
  await writer.append({ type: "node_outcome", ...ask, payload: passed });
  const waiting = { status: "waiting" as const, waitingOn: "ask", attemptId: "ask#1" };
  const payload = { ...waiting, summary: `Please ${text("summary")}` };
  await writer.append({ type: "run_waiting", payload });
  const outputInline = { said: text("answer of somebody") };
  const resumed = {
    status: "running" as const,
    cause: "input" as const,
    attemptId: "ask#1",
    outputInline,
  };
  await writer.append({ type: "run_resumed", payload: resumed });

  const fail = { nodeId: "fail", attemptId: "fail#1" };
  const compute = { nodeType: "compute" } as const;
  await writer.append({ type: "node_started", ...fail, payload: { ...compute, timeoutMs: 0 } });
  // The secret lies where a long error is cut.
  const error = `${"e".repeat(16_370)}${text("error")}${"f".repeat(50_000)}`;
  await writer.append({
    type: "node_outcome",
    ...fail,
    payload: { ...compute, outcome: "failed", error },
  });
  const end = { status: "failed" as const, error: `Failed: ${text("error of run")}` };
  await writer.append({ type: "run_failed", payload: end });
}

/** A text in pieces of three units. */
function pieces(kind: string, text: string): NewMessage[] {
  const parts = text.match(/.{1,3}/gsu) ?? [];
  return parts.map((part) => update(kind, { content: { type: "text", text: part } }));
}

function update(sessionUpdate: string, more: object): NewMessage {
  const params = { sessionId: "sess-1", update: { sessionUpdate, ...more } };
  return { direction: "inbound", message: { jsonrpc: "2.0", method: "session/update", params } };
}

type Direction = NewMessage["direction"];

function request(
  id: number,
  method: string,
  params: object,
  direction: Direction = "outbound",
): NewMessage {
  return { direction, message: { jsonrpc: "2.0", id, method, params } };
}

function answer(id: number, result: object, direction: Direction = "inbound"): NewMessage {
  return { direction, message: { jsonrpc: "2.0", id, result } };
}

function failure(id: number, message: string, note: string): NewMessage {
  const error = { code: -32_000, message, data: { note } };
  return { direction: "outbound", message: { jsonrpc: "2.0", id, error } };
}
