import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Step } from "../../examples/agents/scripted/script.ts";
import { doing, start, updatesOf } from "./agents.ts";

describe("what it asks of the client", () => {
  it("reads and writes files", async () => {
    const agent = await doing(
      { write: "{{cwd}}/a.txt", content: "one\ntwo\nthree" },
      { read: "{{cwd}}/a.txt", line: 2, limit: 1 },
      { text: "{{last}}" },
      { read: "{{cwd}}/missing", else: [{ text: " none " }] },
      { text: "{{last}}" },
    );
    await agent.say("hello");
    expect(readFileSync(join(agent.folder, "a.txt"), "utf8")).toBe("one\ntwo\nthree");
    expect(agent.text).toMatch(/^two none error -?\d+: /);
  });

  it("uses terminals", async () => {
    const agent = await doing(
      { terminal: { command: "echo", args: ["hi"] }, tool: "t" },
      { text: "{{last}}" },
      { terminal: { command: "sleep" }, then: [1, "kill", "release"] },
    );
    await agent.say("hello");
    expect(agent.terminals).toEqual([
      "create echo hi",
      "wait term-1",
      "output term-1",
      "release",
      "create sleep",
      "kill",
      "release",
    ]);
    expect(agent.text).toBe("terminal output");
    expect(updatesOf(agent)[0]).toMatchObject({
      toolCallId: "t",
      content: [{ type: "terminal", terminalId: "term-1" }],
    });
  });

  it.each([
    ["allow", "kind allow"],
    ["reject", "id reject"],
    [undefined, "other cancelled"],
  ])("asks for permission and goes by the answer %s", async (choice, text) => {
    const agent = await doing({
      permission: { tool: { id: "p", title: "May I?", rawInput: { a: 1 } } },
      on: {
        allow_once: [{ text: "kind {{last}}" }],
        reject: [{ text: "id {{last}}" }],
        "*": [{ text: "other {{last}}" }],
      },
    });
    agent.choice = choice;
    await agent.say("hello");
    expect(agent.text).toBe(text);
    expect(agent.permissions).toMatchObject([
      { toolCall: { toolCallId: "p", title: "May I?" }, options: [{ kind: "allow_once" }, {}] },
    ]);
  });

  it("ends the turn from within the answer to a permission", async () => {
    const agent = await doing(
      { permission: {}, on: { "*": [{ stop: "refusal" }] } },
      { text: "x" },
    );
    expect(await agent.say("hello")).toEqual({ stopReason: "refusal" });
    expect(agent.text).toBe("");
  });

  it("sends requests and notifications that nobody knows", async () => {
    const agent = await doing(
      { notify: { method: "_x/told", params: { a: 1 } } },
      { ask: { method: "_x/asked" }, else: [{ text: "{{last}}" }] },
    );
    await agent.say("hello");
    expect(agent.text).toContain("error -32601");
    expect(agent.stdout).toContain("_x/told");
  });
});

describe("how a turn ends", () => {
  it("gives any reason, and usage", async () => {
    const agent = await doing({ stop: "max_tokens", usage: { inputTokens: 1 }, _meta: { a: 1 } });
    expect(await agent.say("hello")).toEqual({
      stopReason: "max_tokens",
      usage: { inputTokens: 1 },
      _meta: { a: 1 },
    });
  });

  it("gives an error", async () => {
    const agent = await doing({ text: "part" }, { error: { code: -5, message: "m", data: [1] } });
    await expect(agent.say("hello")).rejects.toMatchObject({ code: -5, message: "m", data: [1] });
    expect(agent.text).toBe("part");
  });

  it.each([
    [3, { code: 3, signal: null }],
    ["SIGKILL", { code: null, signal: "SIGKILL" }],
  ] as const)("crashes with %s, after what it said", async (crash, end) => {
    const agent = await doing({ text: "part" }, { crash });
    const turn = agent.say("hello").catch(() => "lost");
    expect(await agent.ended).toEqual(end);
    expect(await turn).toBe("lost");
    expect(agent.stdout).toContain('"part"');
  });

  it("is cancelled between steps", async () => {
    const agent = await doing({ repeat: 1000, steps: [{ text: "x" }, { sleep: 60_000 }] });
    const sessionId = await agent.newSession();
    const turn = agent.prompt(sessionId, "hello");
    await agent.updates(1);
    await agent.cancel(sessionId);
    expect(await turn).toEqual({ stopReason: "cancelled" });
    expect(agent.text).toBe("x");
  });

  it("ignores a cancellation when the rule says so", async () => {
    const steps: Step[] = [{ text: "a" }, { sleep: 50 }, { text: "b" }];
    const agent = await start({ rules: [{ cancel: "ignore", steps }] });
    const sessionId = await agent.newSession();
    const turn = agent.prompt(sessionId, "hello");
    await agent.updates(1);
    await agent.cancel(sessionId);
    expect(await turn).toEqual({ stopReason: "end_turn" });
    expect(agent.text).toBe("ab");
  });

  it("hangs until it is cancelled, and says something still", async () => {
    const agent = await doing({ text: "a" }, { hang: "obey", afterCancel: [{ text: "b" }] });
    const sessionId = await agent.newSession();
    const turn = agent.prompt(sessionId, "hello");
    await agent.updates(1);
    await agent.cancel(sessionId);
    expect(await turn).toEqual({ stopReason: "cancelled" });
    expect(agent.text).toBe("ab");
  });

  it("hangs for ever", async () => {
    const agent = await doing({ text: "a" }, { hang: "ignore", afterCancel: [{ text: "b" }] });
    const sessionId = await agent.newSession();
    const turn = agent.prompt(sessionId, "hello").catch(() => "lost");
    await agent.updates(1);
    await agent.cancel(sessionId);
    await agent.updates(2);
    expect(await Promise.race([turn, sleep(50, "hangs")])).toBe("hangs");
  });

  it("goes on after the turn", async () => {
    const agent = await doing({ later: 5, steps: [{ text: "late" }] });
    await agent.say("hello");
    expect(agent.text).toBe("");
    await agent.updates(1);
    expect(agent.text).toBe("late");
  });
});

describe("bad manners", () => {
  it("writes what is no message", async () => {
    const agent = await doing(
      { garbage: "not json" },
      { garbage: "/w==", base64: true },
      { garbage: "  ", newline: false },
      { stderr: "to stderr" },
      { text: "after" },
    );
    await agent.say("hello");
    expect(agent.text).toBe("after");
    expect(agent.stdout).toContain("not json\n\uFFFD\n  {");
    agent.process.stdin?.end();
    await agent.ended;
    expect(agent.stderr).toContain("to stderr");
  });

  it("ignores signals and the end of its input, and leaves children", async () => {
    const agent = await start({
      ignoreSignals: ["SIGTERM"],
      ignoreStdinEnd: true,
      rules: [{ steps: [{ child: ["sleep", "60"] }, { text: "{{last}}" }] }],
    });
    await agent.say("hello");
    const child = Number(agent.text);
    expect(process.kill(child, 0)).toBe(true);
    agent.process.kill("SIGTERM");
    agent.process.stdin?.end();
    expect(await Promise.race([agent.ended, sleep(50, "stays")])).toBe("stays");
    process.kill(child, "SIGKILL");
  });
});
