import type { SessionEvent, SessionRecord } from "@flow-bundle/schema";
import { loadValidators } from "@flow-bundle/schema";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binding } from "../testing/writing.ts";
import { parseStrict } from "../json/parse.ts";
import { createRecordFold, recordFacts } from "./record-fold.ts";
import type { RecordFold } from "./record-fold.ts";

const createdAt = "2026-11-22T06:00:00.000Z";

/** A fold with shorthands for what goes over the wire. A second passes with each event. */
class Wire {
  readonly fold: RecordFold = createRecordFold(binding);

  out(message: object): this {
    return this.#event("outbound", message);
  }

  in(message: object): this {
    return this.#event("inbound", message);
  }

  prompt(id: number, text: string): this {
    const prompt = [{ type: "text", text }];
    return this.out({ id, method: "session/prompt", params: { sessionId: "s", prompt } });
  }

  update(update: unknown, sessionId: unknown = "s"): this {
    return this.in({ method: "session/update", params: { sessionId, update } });
  }

  say(text: string): this {
    const content = { type: "text", text };
    return this.update({ sessionUpdate: "agent_message_chunk", content });
  }

  answer(id: number, result: unknown = { stopReason: "end_turn" }): this {
    return this.in({ id, result });
  }

  record(): SessionRecord {
    return this.fold.record({ createdAt });
  }

  /** The messages in short. */
  said(): string[] {
    return this.record().messages.map((message) => {
      const [[role = "", body] = []] = Object.entries(message) as [string, { content: object[] }][];
      return `${role}: ${(body?.content ?? []).map((piece) => Object.values(piece)[0]).join("|")}`;
    });
  }

  #event(direction: SessionEvent["direction"], message: object): this {
    const seq = this.fold.lastSeq + 1;
    const at = new Date(Date.parse(createdAt) + seq * 1000).toISOString();
    this.fold.apply({ seq, at, direction, message: { jsonrpc: "2.0", ...message } });
    return this;
  }
}

it("begins with a record without messages", () => {
  expect(new Wire().record()).toMatchObject({ lastUsedAt: createdAt, lastSeq: 0, messages: [] });
});

it("says when what happened, and who the agent is", () => {
  const wire = new Wire()
    .out({ id: 0, method: "initialize", params: {} })
    .answer(0, { protocolVersion: 1, agentCapabilities: { loadSession: true } })
    .out({ id: 1, method: "session/new", params: {} })
    .answer(1, { sessionId: "s", modes: { currentModeId: "ask" }, configOptions: [{ id: "m" }] })
    .prompt(2, "hello")
    .say("hi")
    .update({ sessionUpdate: "session_info_update", title: "A talk" })
    .answer(2);
  expect(wire.record()).toEqual({
    schema: "acpx.session.v1",
    acpxRecordId: "s",
    acpSessionId: "s",
    agentCommand: "agent --acp",
    cwd: "/srv",
    name: "main",
    createdAt,
    lastUsedAt: "2026-11-22T06:00:08.000Z",
    lastSeq: 8,
    lastRequestId: "2",
    eventLog: {
      active_path: "sessions/main-1/events.ndjson",
      segment_count: 1,
      max_segment_bytes: 67108864,
      max_segments: 1,
      last_write_at: "2026-11-22T06:00:08.000Z",
      last_write_error: null,
    },
    closed: false,
    lastPromptAt: "2026-11-22T06:00:05.000Z",
    protocolVersion: 1,
    agentCapabilities: { loadSession: true },
    title: "A talk",
    messages: [
      { User: { id: "main-1#5", content: [{ Text: "hello" }] } },
      { Agent: { content: [{ Text: "hi" }], tool_results: {} } },
    ],
    updated_at: "2026-11-22T06:00:06.000Z",
    cumulative_token_usage: {},
    request_token_usage: {},
    acpx: { current_mode_id: "ask", config_options: [{ id: "m" }] },
  });
});

it("keeps the facts that no event tells", () => {
  const facts = {
    createdAt,
    closed: true,
    closedAt: createdAt,
    pid: 7,
    agentStartedAt: createdAt,
    lastAgentExitCode: null,
    lastAgentExitSignal: "SIGKILL",
    lastAgentExitAt: createdAt,
    lastAgentDisconnectReason: "connection_close",
  };
  const record = new Wire().prompt(0, "x").fold.record(facts);
  expect(record).toMatchObject(facts);
  expect(recordFacts(record)).toEqual(facts);
});

describe("what belongs to a turn", () => {
  it("gives the messages of each turn: both, only the prompt, none", () => {
    const { fold } = new Wire().prompt(1, "a").say("b").answer(1).prompt(2, "c").answer(2);
    expect(fold.messagesFrom(1)).toEqual({ messageStart: 0, messageEnd: 2 });
    expect(fold.messagesFrom(2)).toEqual({ messageStart: 2, messageEnd: 2 });
    expect(fold.messagesFrom(6)).toEqual({ messageStart: 3, messageEnd: 2 });
  });

  it("does not add the history that session/load tells again", () => {
    const wire = new Wire().prompt(1, "a").say("b").answer(1);
    wire.out({ id: 0, method: "initialize" }).answer(0, {});
    wire.out({ id: 1, method: "session/load", params: { sessionId: "s" } });
    wire.update({ sessionUpdate: "user_message_chunk", content: { type: "text", text: "a" } });
    wire.say("b").update({ sessionUpdate: "tool_call", toolCallId: "t", title: "T" });
    wire.update({ sessionUpdate: "current_mode_update", currentModeId: "code" });
    wire.answer(1, {}).say("and after the answer").prompt(2, "c").say("d").answer(2);
    expect(wire.said()).toEqual(["User: a", "Agent: b", "User: c", "Agent: d"]);
    expect(wire.record().acpx).toEqual({ current_mode_id: "code" });
  });

  it("keeps what comes after the turn apart from it", () => {
    const wire = new Wire().prompt(1, "a").say("b").answer(1);
    const range = wire.fold.messagesFrom(1);
    wire.say("la").say("te").prompt(2, "c").say("d");
    expect(wire.said()).toEqual(["User: a", "Agent: b", "Agent: late", "User: c", "Agent: d"]);
    expect(range).toEqual({ messageStart: 0, messageEnd: 1 });
    expect(wire.fold.messagesFrom(5)).toEqual({ messageStart: 3, messageEnd: 4 });
  });

  it("brings a tool call of the turn to its end when that is told late", () => {
    const call = { sessionUpdate: "tool_call", toolCallId: "t", title: "T" };
    const wire = new Wire().prompt(1, "a").update(call).answer(1, { stopReason: "cancelled" });
    wire.update({ sessionUpdate: "tool_call_update", toolCallId: "t", status: "failed" });
    expect(wire.fold.messageCount).toBe(2);
    expect(JSON.stringify(wire.record())).toContain('"is_error":true');
  });

  it("pairs answers with the last request of that id, in the right direction", () => {
    const wire = new Wire().prompt(1, "a");
    // The agent's own request has the same id, and so have the answer to it and the next process.
    wire.in({ id: 1, method: "fs/read_text_file" }).out({ id: 1, result: { content: "" } });
    wire.say("b").answer(1, { stopReason: "end_turn", usage: { inputTokens: 3 } });
    wire.out({ id: 1, method: "initialize" }).answer(1, { protocolVersion: 1 });
    expect(wire.said()).toEqual(["User: a", "Agent: b"]);
    expect(wire.record().request_token_usage).toEqual({ "main-1#1": { input_tokens: 3 } });
    expect(wire.record().protocolVersion).toBe(1);
  });

  it("does not take the answer of a process that is gone", () => {
    const wire = new Wire().prompt(1, "a").out({ id: 0, method: "initialize" });
    wire.answer(1, { usage: { inputTokens: 3 } });
    expect(wire.record().cumulative_token_usage).toEqual({});
  });
});

it("follows mode and options that the client sets, when the agent agrees", () => {
  const wire = new Wire();
  wire.out({ id: 1, method: "session/set_mode", params: { modeId: "code" } });
  expect(wire.record().acpx).toEqual({});
  wire.answer(1, {}).out({ id: 2, method: "session/set_mode", params: { modeId: "ask" } });
  wire.in({ id: 2, error: { code: 1, message: "no" } });
  wire.out({ id: 3, method: "session/set_config_option" }).answer(3, { configOptions: [1] });
  expect(wire.record().acpx).toEqual({ current_mode_id: "code", config_options: [1] });
});

it("passes over updates of other sessions", () => {
  const wire = new Wire().prompt(1, "a");
  wire.update(
    { sessionUpdate: "agent_message_chunk", content: { type: "text", text: "x" } },
    "other",
  );
  expect(wire.said()).toEqual(["User: a"]);
});

it("makes a member of an id `__proto__`", () => {
  const wire = new Wire().prompt(1, "a");
  wire.update(JSON.parse('{"sessionUpdate":"tool_call","toolCallId":"__proto__","title":"T"}'));
  const text = JSON.stringify(wire.record());
  expect(text).toContain('"tool_results":{"__proto__":{"tool_use_id":"__proto__"');
});

it("copes with a tool's input that nests too deeply for JSON", () => {
  let rawInput: unknown = 1;
  for (let depth = 0; depth < 200_000; depth++) rawInput = [rawInput];
  const wire = new Wire().prompt(1, "a");
  wire.update({ sessionUpdate: "tool_call", toolCallId: "t", title: "T", rawInput });
  const [, message] = wire.record().messages as { Agent: { content: object[] } }[];
  expect(message?.Agent.content[0]).toMatchObject({ ToolUse: { raw_input: "" } });
});

it("gives snapshots that later events do not change", () => {
  const wire = new Wire().prompt(1, "a").say("b");
  wire.update({ sessionUpdate: "user_message_chunk", content: { type: "text", text: "c" } });
  const before = wire.record();
  const text = JSON.stringify(before);
  wire.update({ sessionUpdate: "user_message_chunk", content: { type: "text", text: "d" } });
  wire.say("e").answer(1, { usage: { totalTokens: 1 } });
  expect(JSON.stringify(before)).toBe(text);
});

describe("hostile messages", () => {
  const words =
    "method params id result error update sessionUpdate content type text toolCallId rawInput " +
    "rawOutput title status prompt modes uri session/prompt session/update session/load " +
    "session/new initialize usage agent_message_chunk user_message_chunk tool_call " +
    "tool_call_update _meta usage_update available_commands_update config_option_update cost " +
    "amount resource resource_link image audio diff s __proto__ constructor";
  const word = fc.constantFrom(...words.split(" "), "");
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.oneof(word, fc.integer(), fc.constant(null), fc.boolean(), fc.double()),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(word, tie("value"), { maxKeys: 5 }),
    ),
  }));
  const message = fc.oneof(
    fc.dictionary(word, value),
    fc.record({ id: value, method: word, params: value }, { requiredKeys: [] }),
    fc.record({
      method: fc.constant("session/update"),
      params: fc.record({ update: fc.record({ sessionUpdate: word, content: value }) }),
    }),
    fc.record({ id: fc.constantFrom(0, 1), method: word }),
    fc.record({ id: fc.constantFrom(0, 1), result: value }),
  );

  it("never throws, and makes a valid record", async () => {
    const check = (await loadValidators("1.1")).document("session-record");
    const event = fc.record({ out: fc.boolean(), message });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (events) => {
        const wire = new Wire();
        for (const { out, message: body } of events) {
          const plain = JSON.parse(JSON.stringify(body)) as object;
          if (out) wire.out(plain);
          else wire.in(plain);
        }
        const record = wire.record();
        expect(check(record)).toEqual([]);
        expect(check(JSON.parse(JSON.stringify(record)))).toEqual([]);
        expect(record.messages).toHaveLength(wire.fold.messageCount);
      }),
      { numRuns: 500 },
    );
  });
});

it("has values that not every reader can hold as their JSON", () => {
  let deep: unknown = "core";
  for (let level = 0; level < 60; level++) deep = [deep];
  const wire = new Wire()
    .in({ id: 0, result: { protocolVersion: 1e300, agentCapabilities: { huge: 1e300, ok: true } } })
    .prompt(1, "a")
    .update({ sessionUpdate: "tool_call", toolCallId: "t", title: "T", rawInput: deep })
    .update({ sessionUpdate: "tool_call_update", toolCallId: "t", rawOutput: { n: 1e300 } })
    .update({ sessionUpdate: "config_option_update", configOptions: [{ id: "a" }, { id: deep }] })
    .answer(1, { stopReason: "end_turn", usage: { inputTokens: 1e300, outputTokens: 3 } });
  const text = JSON.stringify(wire.record());
  expect(parseStrict(text, { allowedDepth: 64 }).problems).toEqual([]);
  expect(text).toContain(`"input":"${JSON.stringify(deep).replaceAll('"', '\\"')}"`);
  expect(wire.record()).toMatchObject({
    messages: [{}, { Agent: { tool_results: { t: { output: '{"n":1e+300}' } } } }],
    cumulative_token_usage: { output_tokens: 3 },
    acpx: { config_options: [{ id: "a" }] },
  });
});

it("takes as long for each chunk, however many there are", () => {
  const chunks = 200_000;
  const wire = new Wire().prompt(1, "a");
  for (let chunk = 0; chunk < chunks; chunk++) wire.say("0123456789");
  expect(wire.said()[1]).toHaveLength("Agent: ".length + 10 * chunks);
  // Joining 2 MB at each chunk would take minutes.
}, 10_000);
