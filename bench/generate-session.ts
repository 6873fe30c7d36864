// Writes a bundle with one prompt to an agent: `node bench/generate-session.ts OUT [--messages N] [--line-bytes N]
// [--artifact-bytes N]`. `--messages` chunks of its answer, a tool call whose output is a line of about so many bytes in
// the session, and an output of about so many bytes as an artifact.
import { renameSync, rmSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { createBundle, createRecordFold, type NewMessage } from "@flow-bundle/bundle";
import { nodeHost } from "@flow-bundle/bundle/node";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    messages: { type: "string", default: "100" },
    "line-bytes": { type: "string", default: "1000" },
    "artifact-bytes": { type: "string", default: "1000" },
  },
});
const [given] = positionals;
if (given === undefined) throw new Error("usage: node bench/generate-session.ts OUT [options]");
const out = resolve(given);
const [runs, runId] = [dirname(out), basename(out)];
rmSync(out, { recursive: true, force: true });

const writer = await createBundle(nodeHost(), runs, {
  producer: { name: "bench", version: "0.0.0" },
  runId,
  flow: {
    schema: "acpx.flow-definition-snapshot.v1",
    name: "bench-session",
    startAt: "ask",
    nodes: {
      ask: {
        nodeType: "acp",
        session: { handle: "main" },
        cwd: { mode: "default" },
        hasPrompt: true,
        hasParse: false,
      },
    },
    edges: [],
  },
  input: null,
});
const ids = { nodeId: "ask", attemptId: "ask#1" };
const sessionId = "bench-session";
await writer.append({
  type: "node_started",
  ...ids,
  payload: { nodeType: "acp", timeoutMs: 900_000 },
});
const promptArtifact = await writer.artifact("Say a lot.", { announce: ids });
const binding = {
  key: "main",
  handle: "main",
  bundleId: "main-1",
  name: "main",
  agentName: "agent",
  agentCommand: "agent --acp",
  cwd: "/home/user/project",
  acpxRecordId: sessionId,
  acpSessionId: sessionId,
};
const session = await writer.session({ binding });
const record = createRecordFold(binding);
const createdAt = new Date().toISOString();
const text = { sessionId: session.id, promptArtifact };
await writer.append({ type: "acp_prompt_prepared", ...ids, sessionId: session.id, payload: text });

const say = async (
  direction: NewMessage["direction"],
  message: NewMessage["message"],
): Promise<void> => record.apply(await session.message({ direction, message }));
const update = (content: object): Promise<void> =>
  say("inbound", {
    jsonrpc: "2.0",
    method: "session/update",
    params: { sessionId, update: content },
  });
const prompt = [{ type: "text", text: "Say a lot." }];
await say("outbound", {
  jsonrpc: "2.0",
  id: 1,
  method: "session/prompt",
  params: { sessionId, prompt },
});
const messages = Number(values.messages);
let answer = "";
const words = "one of many words of a long answer ";
for (let i = 0; i < messages; i += 1) {
  // An answer of several paragraphs between tool calls, as agents give it.
  const newLine = i % 40 === 39 ? "\n\n" : "";
  if (i % 500 === 499) {
    const toolCallId = `call-${i}`;
    const call = { toolCallId, title: `Read part ${i}`, kind: "read" };
    await update({ sessionUpdate: "tool_call", status: "pending", ...call });
    await update({ sessionUpdate: "tool_call_update", toolCallId, status: "completed" });
  }
  const chunk = `${words}${newLine}`;
  answer += chunk;
  await update({ sessionUpdate: "agent_message_chunk", content: { type: "text", text: chunk } });
}
const call = { toolCallId: "large", title: "Read everything", kind: "read" };
await update({ sessionUpdate: "tool_call", status: "pending", ...call });
await update({
  sessionUpdate: "tool_call_update",
  toolCallId: "large",
  status: "completed",
  rawOutput: { text: filled(Number(values["line-bytes"])) },
});
await say("inbound", { jsonrpc: "2.0", id: 1, result: { stopReason: "end_turn" } });
await session.record(record.record({ createdAt }));

const announce = { ...ids, sessionId: session.id };
const rawResponseArtifact = await writer.artifact(answer.trim(), { announce });
const conversation = {
  sessionId: session.id,
  ...record.messagesFrom(1),
  eventStartSeq: 1,
  eventEndSeq: session.lastSeq,
};
const receipts = { sessionId: session.id, conversation, rawResponseArtifact };
await writer.append({
  type: "acp_response_parsed",
  ...ids,
  sessionId: session.id,
  payload: receipts,
});
const outputArtifact = await writer.artifact(filled(Number(values["artifact-bytes"])), {
  announce: ids,
});
const outcome = { nodeType: "acp", outcome: "ok", error: null, promptArtifact } as const;
await writer.append({
  type: "node_outcome",
  ...ids,
  payload: { ...outcome, ...receipts, outputArtifact },
});
await writer.append({ type: "run_completed", payload: { status: "completed" } });
await writer.close();
if (writer.path !== out) renameSync(writer.path, out);
process.stderr.write(`${out}: ${session.lastSeq} messages\n`);

function filled(bytes: number): string {
  const line = `${"0123456789 ".repeat(9)}\n`;
  return line.repeat(Math.ceil(bytes / line.length));
}
