import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { methods } from "@agentclientprotocol/sdk";
import { describe, expect, it } from "vitest";
import type { Script } from "../../examples/agents/scripted/script.ts";
import { AgentClient } from "./agent-client.ts";
import { doing, run, start, updatesOf } from "./agents.ts";

it("echoes without a script", async () => {
  const agent = await start();
  expect(await agent.say("hello")).toEqual({ stopReason: "end_turn" });
  expect(agent.text).toBe("echo: hello");
});

it("ends when the client hangs up", async () => {
  const agent = await start();
  agent.process.stdin?.end();
  expect(await agent.ended).toEqual({ code: 0, signal: null });
});

it.each([
  ['{"rules": [{"steps": [{"speak": "x"}]}]}', '{"speak":"x"}'],
  ['{"rule": []}', '"rule"'],
  ['{"rules": [{"steps": [{"later": 1, "steps": [{"speak": 1}]}]}]}', '{"speak":1}'],
  ['{"rules": [{"steps": [{"permission": {}, "on": {"*": [1]}}]}]}', "1"],
  ["{", "JSON"],
])("says what is wrong with the script %s", async (script, complaint) => {
  const folder = AgentClient.folder();
  const path = join(folder, "given.json");
  writeFileSync(path, script);
  const agent = run([path], folder);
  expect(await agent.ended).toEqual({ code: 2, signal: null });
  expect(agent.stderr).toContain(complaint);
});

describe("what it is", () => {
  it("tells capabilities, name, authentication and the session", async () => {
    const agent = await start({
      agent: { name: "n", title: "t", version: "3" },
      capabilities: { load: true, resume: true, image: true },
      auth: { methods: [{ id: "key", name: "Key" }], required: true },
      session: {
        id: "s-1",
        agentSessionId: "inner",
        modes: { currentModeId: "ask", availableModes: [{ id: "ask", name: "Ask" }] },
      },
    });
    expect(await agent.initialize()).toEqual({
      protocolVersion: 1,
      agentCapabilities: {
        loadSession: true,
        promptCapabilities: { image: true },
        sessionCapabilities: { resume: {} },
      },
      agentInfo: { name: "n", title: "t", version: "3" },
      authMethods: [{ id: "key", name: "Key" }],
    });
    await expect(agent.newSession()).rejects.toMatchObject({ code: -32000 });
    const { authenticate } = methods.agent;
    await expect(agent.agent.request(authenticate, { methodId: "no" })).rejects.toMatchObject({
      code: -32602,
    });
    await agent.agent.request(authenticate, { methodId: "key" });
    const params = { cwd: agent.folder, mcpServers: [] };
    expect(await agent.agent.request(methods.agent.session.new, params)).toMatchObject({
      sessionId: "s-1",
      modes: { currentModeId: "ask" },
      _meta: { agentSessionId: "inner" },
    });
  });

  it("remembers sessions in a folder: load tells the history again, resume does not", async () => {
    const script: Script = {
      capabilities: { load: true, resume: true },
      stateDir: "state",
      turns: [[{ text: ["a", "b"] }, { tool: { id: "t" } }], [{ text: "second {{turn}}" }]],
    };
    const first = await start(script);
    const sessionId = await first.newSession();
    await first.prompt(sessionId, "hello");
    first.process.kill("SIGKILL");
    await first.ended;

    const second = await start(script, first.folder);
    const params = { sessionId, cwd: first.folder, mcpServers: [] };
    await second.agent.request(methods.agent.session.load, params);
    expect(updatesOf(second)).toMatchObject([
      { sessionUpdate: "user_message_chunk", content: { text: "hello" } },
      { sessionUpdate: "agent_message_chunk", content: { text: "ab" } },
      { sessionUpdate: "tool_call", toolCallId: "t" },
    ]);
    second.notifications.length = 0;
    await second.agent.request(methods.agent.session.resume, params);
    expect(second.notifications).toEqual([]);
    await second.prompt(sessionId, "more");
    expect(second.text).toBe("second 2");
    const unknown = { ...params, sessionId: "unknown" };
    await expect(second.agent.request(methods.agent.session.load, unknown)).rejects.toMatchObject({
      code: -32002,
    });
  });

  it("refuses to load when it did not say that it can", async () => {
    const agent = await start();
    const params = { sessionId: await agent.newSession(), cwd: agent.folder, mcpServers: [] };
    for (const method of [methods.agent.session.load, methods.agent.session.resume]) {
      await expect(agent.agent.request(method, params)).rejects.toMatchObject({ code: -32601 });
    }
  });

  it("does something before it answers other methods", async () => {
    const agent = await start({
      on: {
        "session/new": [{ commands: ["compact"] }],
        "session/set_mode": [{ error: { code: 7, message: "no modes" } }],
      },
    });
    const sessionId = await agent.newSession();
    expect(updatesOf(agent)).toMatchObject([{ availableCommands: [{ name: "compact" }] }]);
    await expect(
      agent.agent.request(methods.agent.session.setMode, { sessionId, modeId: "x" }),
    ).rejects.toMatchObject({ code: 7, message: "no modes" });
  });

  it("follows turns, then rules", async () => {
    const agent = await start({
      turns: [[{ text: "first." }]],
      rules: [
        { when: { regex: "^B", flags: "i" }, steps: [{ text: "regex." }] },
        { when: "an", turn: 4, steps: [{ text: "fourth." }] },
        { when: "an", steps: [{ text: "part." }] },
      ],
    });
    const sessionId = await agent.newSession();
    for (const text of ["banana", "banana", "anna", "anna", "oh"]) {
      await agent.prompt(sessionId, text);
    }
    expect(agent.text).toBe("first.regex.part.fourth.echo: oh");
  });
});

describe("what it says", () => {
  it("sends texts in chunks", async () => {
    const agent = await doing(
      { text: "ab🧑c", split: 2, messageId: "m" },
      { thought: ["x", "y"] },
      { user: "u" },
      { text: "0123456789", repeat: 100_000 },
      { text: "{{cwd}} {{turn}} {{unknown}}", delayMs: 1 },
    );
    await agent.say("hello");
    expect(agent.chunks("agent_message_chunk")).toEqual([
      "ab",
      "🧑c",
      "0123456789".repeat(100_000),
      `${agent.folder} 1 {{unknown}}`,
    ]);
    expect(agent.chunks("agent_thought_chunk")).toEqual(["x", "y"]);
    expect(agent.chunks("user_message_chunk")).toEqual(["u"]);
    expect(agent.notifications[0]?.update).toMatchObject({ messageId: "m" });
  });

  it("sends texts that programs get wrong, as they are", async () => {
    const agent = await doing({
      text: ["{{emoji}}", "{{ansi}}", "{{html}}", "{{separators}}", "{{nul}}", "{{surrogate}}"],
    });
    await agent.say("hello");
    const [emoji, ansi, html, separators, nul, surrogate] = agent.chunks("agent_message_chunk");
    expect(emoji).toContain("👩‍👩‍👧‍👦");
    expect(ansi).toContain("\u001B[31m");
    expect(html).toContain("<script>");
    expect(separators).toContain("\u2028");
    expect(nul).toBe("a\0b");
    expect(surrogate?.isWellFormed()).toBe(false);
  });

  it("sends all other updates", async () => {
    const info = { title: "A talk" };
    const config = { id: "m", name: "M", type: "boolean" as const, currentValue: true };
    const diff = { type: "diff" as const, path: "/p", oldText: "o", newText: "n" };
    const agent = await doing(
      { image: true },
      { audio: { mimeType: "audio/mpeg" } },
      { content: { type: "resource_link", uri: "file:///x", name: "x" } },
      { plan: ["one", { content: "two", status: "completed" }] },
      { tool: { id: "t", kind: "edit", content: ["text", diff], updates: [{ status: "failed" }] } },
      { toolUpdate: { id: "t", locations: [{ path: "/p", line: 3 }] } },
      { usage: { used: 3, cost: { amount: 1, currency: "EUR" } } },
      { commands: [{ name: "c", description: "d" }] },
      { mode: "code" },
      { config: [config] },
      { info },
      { update: { sessionUpdate: "made_up" } as never, sessionId: "other" },
    );
    await agent.say("hello");
    expect(updatesOf(agent)).toMatchObject([
      { sessionUpdate: "agent_message_chunk", content: { type: "image", mimeType: "image/png" } },
      { content: { type: "audio", mimeType: "audio/mpeg" } },
      { content: { type: "resource_link" } },
      { sessionUpdate: "plan", entries: [{ content: "one" }, { status: "completed" }] },
      {
        sessionUpdate: "tool_call",
        toolCallId: "t",
        title: "t",
        status: "pending",
        content: [{ type: "content", content: { type: "text", text: "text" } }, diff],
      },
      { sessionUpdate: "tool_call_update", toolCallId: "t", status: "failed" },
      { sessionUpdate: "tool_call_update", locations: [{ path: "/p", line: 3 }] },
      { sessionUpdate: "usage_update", used: 3, size: 0, cost: { currency: "EUR" } },
      { sessionUpdate: "available_commands_update" },
      { sessionUpdate: "current_mode_update", currentModeId: "code" },
      { sessionUpdate: "config_option_update", configOptions: [config] },
      { sessionUpdate: "session_info_update", title: "A talk" },
    ]);
    // The client's library leaves out what it does not know.
    expect(agent.stdout).toContain("made_up");
  });
});
