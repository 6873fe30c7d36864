import { join } from "node:path";
import { expect, test } from "vitest";
import { inTurn, run, scripted, workFolder } from "./testing/agent-run.ts";

const words = (text: string) => text.split(" ");
const isolated = { session: { isolated: true } };

/** `method` of requests and notifications, `→` for the answer to one of ours and `←` for our own answers. */
function story(events: Awaited<ReturnType<typeof run>>["sessions"][number]["events"]): string[] {
  return events.map(({ direction, message }) => {
    const update = message["params"] as { update?: { sessionUpdate?: string } } | undefined;
    const name = update?.update?.sessionUpdate ?? message["method"];
    return typeof name === "string" ? name : direction === "inbound" ? "→" : "←";
  });
}

test("turns with one handle share a session and its agent", async () => {
  const left = await run(inTurn({ a: {}, b: {} }), {
    agent: scripted({ rules: [{ steps: [{ text: "{{prompt}} by {{pid}}" }] }] }),
  });
  expect(left.error).toBeUndefined();
  const [first, second] = [left.state.outputs["a"], left.state.outputs["b"]].map(String);
  expect(first?.replace("prompt of a", "prompt of b")).toBe(second);
  expect(left.sessions).toHaveLength(1);
  const [session] = left.sessions;
  expect(story(session?.events ?? [])).toEqual(
    words(
      "initialize → session/new → session/prompt agent_message_chunk → session/prompt agent_message_chunk →",
    ),
  );
  const sessionId = session?.id;
  expect(left.outcome("a").conversation).toEqual({
    sessionId,
    messageStart: 0,
    messageEnd: 1,
    eventStartSeq: 1,
    eventEndSeq: 7,
  });
  expect(left.outcome("b").conversation).toEqual({
    sessionId,
    messageStart: 2,
    messageEnd: 3,
    eventStartSeq: 8,
    eventEndSeq: 10,
  });
  expect(session?.record).toMatchObject({
    closed: false,
    lastAgentExitCode: 0,
    protocolVersion: 1,
  });
  expect(left.trace.filter(({ nodeId }) => nodeId === "a").map(({ type }) => type)).toEqual(
    words(
      "node_started node_heartbeat artifact_written acp_prompt_prepared artifact_written acp_response_parsed node_outcome",
    ),
  );
  expect(await left.text(left.outcome("a").promptArtifact)).toBe("prompt of a");
  expect(await left.text(left.outcome("a").rawResponseArtifact)).toBe(first);
});

test("an isolated session has its own agent, which ends with the attempt", async () => {
  const left = await run(inTurn({ a: isolated, b: {}, c: isolated }), {
    agent: scripted({ rules: [{ steps: [{ text: "{{pid}}" }] }] }),
  });
  expect(left.status).toBe("completed");
  expect(new Set(Object.values(left.state.outputs)).size).toBe(3);
  expect(left.sessions.map(({ binding }) => binding["handle"]).toSorted()).toEqual(
    words("isolated isolated main"),
  );
  for (const { binding, record } of left.sessions) {
    expect(record.closed).toBe(binding["handle"] === "isolated");
    expect(record.closedAt === undefined).toBe(!record.closed);
    expect(record.lastAgentExitCode).toBe(0);
  }
});

test("handles, directories and agents tell sessions apart", async () => {
  const cwd = await workFolder();
  const other = await workFolder();
  const agents: Record<string, object> = {
    one: { rules: [{ steps: [{ text: "one in {{cwd}}" }] }] },
    two: { rules: [{ steps: [{ text: "two in {{cwd}}" }] }] },
  };
  const left = await run(
    inTurn({
      a: {},
      b: { session: { handle: "isolated" } },
      c: { cwd: other },
      d: { cwd: () => other },
      e: { profile: "two" },
      f: { cwd: async () => undefined },
    }),
    {
      cwd,
      resolveAgent: (profile = "one") => ({ ...scripted(agents[profile] ?? {}), cwd: "." }),
    },
  );
  expect(left.error).toBeUndefined();
  expect(left.state.outputs).toEqual({
    a: `one in ${cwd}`,
    b: `one in ${cwd}`,
    c: `one in ${other}`,
    d: `one in ${other}`,
    e: `two in ${cwd}`,
    f: `one in ${cwd}`,
  });
  expect(left.sessions).toHaveLength(4);
  expect(left.outcome("f").sessionId).toBe(left.outcome("a").sessionId);
  expect(left.outcome("d").sessionId).toBe(left.outcome("c").sessionId);
});

test("whatever the stop reason, the text so far is the answer", async () => {
  const reasons = ["max_tokens", "max_turn_requests", "refusal", "cancelled"];
  const left = await run(inTurn(Object.fromEntries(reasons.map((reason) => [reason, {}]))), {
    agent: scripted({
      turns: reasons.map((stop) => [{ text: ["\n so", " far \n"] }, { stop }]),
    }),
  });
  expect(left.error).toBeUndefined();
  expect(Object.values(left.state.outputs)).toEqual(reasons.map(() => "so far"));
});

test("an answer without text is an empty text", async () => {
  const left = await run(inTurn({ a: {}, b: {} }), {
    agent: scripted({ turns: [[{ stop: "refusal" }], [{ thought: "hm" }, { image: true }]] }),
  });
  expect(left.state.outputs).toEqual({ a: "", b: "" });
  expect(left.outcome("a").conversation).toMatchObject({ messageStart: 0, messageEnd: 0 });
});

test("a prompt of blocks is sent as it is and shown as text", async () => {
  const data = "aGk=";
  const blocks = [
    { type: "text" as const, text: " look \n" },
    { type: "image" as const, data, mimeType: "image/png" },
    { type: "resource_link" as const, name: "notes", uri: "file:///notes.md" },
    { type: "resource" as const, resource: { uri: "file:///a.txt", text: "inside" } },
    { type: "text" as const, text: "done" },
  ];
  const left = await run(inTurn({ a: { prompt: () => blocks } }), { agent: scripted({}) });
  expect(left.error).toBeUndefined();
  expect(await left.text(left.outcome("a").promptArtifact)).toBe(
    " look \n\n\n[image: image/png]\n\n[link: notes (file:///notes.md)]\n\n[resource: file:///a.txt]\n\ndone",
  );
  const prompt = left.sessions[0]?.events.find(
    ({ message }) => message["method"] === "session/prompt",
  );
  expect(prompt?.message["params"]).toMatchObject({ prompt: blocks });
});

test("parse makes the output, and its failure keeps the receipts", async () => {
  const failing = { parse: () => Promise.reject(new Error("no JSON")) };
  const left = await run(inTurn({ a: { parse: (text) => ({ length: text.length }) }, b: failing }));
  expect(left.state.outputs).toEqual({ a: { length: 17 } });
  expect(left.error).toBe("no JSON");
  expect(left.outcome("b")).toMatchObject({ outcome: "failed", conversation: { messageStart: 2 } });
  expect(await left.text(left.outcome("b").rawResponseArtifact)).toBe("echo: prompt of b");
});

test("what an agent sends between turns belongs to none, and is recorded all the same", async () => {
  const wait = {
    nodeType: "compute" as const,
    run: () => new Promise((done) => setTimeout(done, 500)),
  };
  const left = await run(inTurn({ a: {}, wait, b: {} }), {
    agent: scripted({
      turns: [[{ text: "first" }, { later: 20, steps: [{ text: "late" }] }], [{ text: "second" }]],
    }),
  });
  expect(left.state.outputs).toMatchObject({ a: "first", b: "second" });
  const [session] = left.sessions;
  expect(story(session?.events ?? []).slice(4)).toEqual(
    words(
      "session/prompt agent_message_chunk → agent_message_chunk session/prompt agent_message_chunk →",
    ),
  );
  expect(left.outcome("a").conversation).toMatchObject({ eventEndSeq: 7, messageEnd: 1 });
  expect(left.outcome("b").conversation).toMatchObject({ eventStartSeq: 9, messageStart: 3 });
});

test("what an agent says after its response is no part of the answer", async () => {
  const content = { type: "text", text: "late" };
  const update = { sessionUpdate: "agent_message_chunk", content };
  const params = { sessionId: "{{sessionId}}", update };
  const garbage = JSON.stringify({ jsonrpc: "2.0", method: "session/update", params });
  const left = await run(inTurn({ a: isolated }), {
    agent: scripted({
      ignoreStdinEnd: true,
      turns: [[{ text: "first" }, { later: 20, steps: [{ garbage }] }]],
    }),
  });
  const { events = [], record } = left.sessions[0] ?? {};
  expect(JSON.stringify(events.at(-1))).toContain("late");
  expect(left.outcome("a").conversation).toMatchObject({ messageEnd: 1, eventEndSeq: 7 });
  expect(left.state.outputs).toEqual({ a: "first" });
  expect(record).toMatchObject({ lastSeq: 8, closed: true });
});

test("what is no message is passed over, what is unknown is recorded", async () => {
  const left = await run(inTurn({ a: {} }), {
    agent: scripted({
      rules: [
        {
          steps: [
            { garbage: "Welcome!" },
            { garbage: "[1, 2]" },
            { garbage: '{"jsonrpc":"1.0"}' },
            { garbage: "" },
            { garbage: "/w==", base64: true },
            { update: { sessionUpdate: "of_the_future", value: 1 } },
            { notify: { method: "_vendor/note", params: { a: 1 } } },
            { ask: { method: "_vendor/ask", params: {} }, else: [{ text: "{{last}}" }] },
          ],
        },
      ],
    }),
  });
  expect(left.error).toBeUndefined();
  expect(left.state.outputs["a"]).toContain("-32601");
  expect(story(left.sessions[0]?.events ?? []).slice(4)).toEqual(
    words("session/prompt of_the_future _vendor/note _vendor/ask ← agent_message_chunk →"),
  );
});

test("an id that the agent has of its own is in the binding", async () => {
  const left = await run(inTurn({ a: {} }), {
    agent: scripted({ session: { id: "s-1", agentSessionId: " own " } }),
  });
  expect(left.sessions[0]?.binding).toMatchObject({ acpSessionId: "s-1", agentSessionId: "own" });
});

test("a long answer in many chunks comes whole", async () => {
  const left = await run(inTurn({ a: {} }), {
    agent: scripted({ rules: [{ steps: [{ text: "añ𝄞b", repeat: 2000, split: 3 }] }] }),
  });
  expect(left.state.outputs["a"]).toBe("añ𝄞b".repeat(2000));
});

test("a command line is split without a shell", async () => {
  const cwd = await workFolder();
  const { agentArgv } = scripted({});
  const [node, file] = agentArgv;
  const left = await run(inTurn({ a: {} }), {
    resolveAgent: () => ({
      agentName: "x",
      agentCommand: `'${node}' "${file}" {\\"rules\\":[{\\"steps\\":[{\\"text\\":\\"$HOME\\"}]}]}`,
      cwd,
    }),
  });
  expect(left.state.outputs["a"]).toBe("$HOME");
  expect(join(cwd, ".")).toBe(left.sessions[0]?.binding["cwd"]);
});
