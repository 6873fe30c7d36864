import { expect, test } from "vitest";
import { inTurn, run, scripted, workFolder } from "./testing/agent-run.ts";

/** The error of a run whose only node fails. */
async function failure(script: object, more: Parameters<typeof run>[1] = {}) {
  const left = await run(inTurn({ a: {} }), { agent: scripted(script), ...more });
  expect(left.status).toBe("failed");
  expect(left.outcome("a").outcome).toBe("failed");
  return left;
}

const prompted = (...steps: object[]) => ({ rules: [{ steps }] });
const node = process.execPath;

test.each([
  ["a program that is not there", ["no-such-agent-x"], /no-such-agent-x.*PATH/],
  [
    "one that exits at once",
    [node, "-e", "console.error('no key'); process.exit(3)"],
    /exited with code 3 before it answered initialize; its standard error ends with: no key$/,
  ],
  [
    "one that is killed",
    [node, "-e", "process.kill(process.pid, 'SIGKILL')"],
    /was ended by SIGKILL before it answered initialize$/,
  ],
  [
    "one that prints something else",
    [node, "-e", "console.log('usage: agent [options]\\nmore')"],
    /exited with code 0 before it answered initialize; it wrote 2 lines that are no JSON-RPC message, first: usage: agent \[options\]/,
  ],
  [
    "one that closes its output",
    [node, "-e", "require('fs').closeSync(1); setInterval(() => {}, 1000)"],
    /closed its standard output before it answered initialize$/,
  ],
  ["an empty command", [""], /names no program/],
])("no agent: %s", async (_, agentArgv, message) => {
  const left = await failure({}, { agent: { agentArgv } });
  expect(left.error).toMatch(message);
  expect(left.sessions).toEqual([]);
  const { promptArtifact, sessionId, conversation } = left.outcome("a");
  expect(await left.text(promptArtifact)).toBe("prompt of a");
  expect([sessionId, conversation]).toEqual([undefined, undefined]);
});

test("a folder that is not there", async () => {
  const left = await run(inTurn({ a: { cwd: "missing" } }), { cwd: "/tmp" });
  expect(left.error).toBe("The working directory of the session does not exist: /tmp/missing");
});

test.each([
  ["another protocol version", { protocolVersion: 2 }, /speaks version 2 of .* speaks version 1$/],
  [
    "no session",
    {
      on: {
        "session/new": [{ error: { code: -32603, message: "Full", data: { details: "disk" } } }],
      },
    },
    /answered session\/new with the error -32603 \(Full: disk\)$/,
  ],
  [
    "a session without id",
    { on: { "session/new": [{ answer: { a: 1 } }] } },
    /without a sessionId$/,
  ],
  [
    "a login that is missing",
    { auth: { methods: [{ id: "my-key", name: "Key" }], required: true } },
    /session\/new with the error -32000 .*: its methods are "my-key"; set ACPX_AUTH_MY_KEY/,
  ],
])("no session: %s", async (_, script, message) => {
  const left = await failure(script);
  expect(left.error).toMatch(message);
  expect(left.sessions).toEqual([]);
});

test.each([
  ["an error", [{ error: { code: -32000, message: "Overloaded" } }], /-32000 \(Overloaded\)/, true],
  ["a bad answer", [{ answer: { a: 1 } }], /session\/prompt without a stopReason$/, true],
  [
    "an exit",
    [{ stderr: "out of memory" }, { crash: 7 }],
    /exited with code 7 before it answered session\/prompt; its standard error ends with: out of memory$/,
    false,
  ],
  ["a signal", [{ crash: "SIGKILL" }], /was ended by SIGKILL before/, false],
])("in a turn: %s", async (_, end, message, isAnswered) => {
  const left = await failure(prompted({ text: " so " }, { text: "far" }, ...end));
  expect(left.error).toMatch(message);
  const outcome = left.outcome("a");
  expect(await left.text(outcome.rawResponseArtifact)).toBe("so far");
  const { events = [], record } = left.sessions[0] ?? {};
  expect(outcome.conversation).toMatchObject({
    messageStart: 0,
    messageEnd: 1,
    eventStartSeq: 1,
    eventEndSeq: events.length,
  });
  expect(events.at(-1)?.message["id"] === 2).toBe(isAnswered);
  expect(left.trace.some(({ type }) => type === "acp_response_parsed")).toBe(false);
  if (isAnswered) return;
  expect(record).toMatchObject({ lastAgentDisconnectReason: "process_exit" });
});

test("what a dead agent had started is ended", async () => {
  const child = [node, "-e", "setInterval(() => {}, 1000)"];
  const left = await failure(prompted({ child }, { crash: 1 }));
  expect(left.error).toContain("exited with code 1");
});

/** An agent that answers the handshake, and then does something else. */
function handshakeThen(program: string): { agentArgv: string[] } {
  const handshake = `
    let n = 0;
    process.stdin.on("data", () => {
      const result = n === 0 ? { protocolVersion: 1 } : { sessionId: "s" };
      const line = JSON.stringify({ jsonrpc: "2.0", id: n++, result }) + "\\n";
      if (n === 2) { ${program} }
      require("fs").writeSync(1, line);
    });
    setInterval(() => {}, 1000);`;
  return { agentArgv: [node, "-e", handshake] };
}

test("an agent that does not read is no reason to hang", async () => {
  const left = await run(inTurn({ a: { prompt: () => "x".repeat(1 << 20), timeoutMs: 3000 } }), {
    agent: handshakeThen("process.stdin.pause();"),
  });
  expect(left.outcome("a").outcome).toBe("timed_out");
  expect(left.sessions[0]?.events.at(-1)?.message["method"]).toBe("session/prompt");
});

test("an agent that closes its input cannot be asked", async () => {
  const left = await failure({}, { agent: handshakeThen("require('fs').closeSync(0);") });
  expect(left.error).toMatch(/closed its standard input before it answered session\/prompt$/);
});

test("a message that is too long ends the connection", async () => {
  const left = await failure(
    {},
    {
      agent: handshakeThen(
        "process.stdin.pause(); require('fs').writeSync(1, line); process.stdout.write('x'.repeat(65 << 20)); return;",
      ),
    },
  );
  expect(left.error).toMatch(/broke: a message is longer than 67108864 bytes$/);
});

test("an agent is offered only what is allowed", async () => {
  const cwd = await workFolder();
  const left = await run(inTurn({ a: {} }), {
    cwd,
    fs: false,
    terminal: false,
    agent: scripted(
      prompted(
        { read: `${cwd}/x`, else: [{ text: "{{last}}\n" }] },
        { terminal: { command: "ls" }, else: [{ text: "{{last}}" }] },
      ),
    ),
  });
  expect(String(left.state.outputs["a"]).match(/-32601/g)).toHaveLength(2);
  expect(left.sessions[0]?.events[0]?.message["params"]).toMatchObject({
    clientCapabilities: { fs: { readTextFile: false, writeTextFile: false }, terminal: false },
  });
});
