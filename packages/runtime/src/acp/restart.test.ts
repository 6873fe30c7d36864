import { cp } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { resumeFlow, runFlow } from "../engine/run-flow.ts";
import type { FlowDefinition } from "../authoring/types.ts";
import type { RunOptions } from "../engine/run-options.ts";
import {
  inTurn,
  look,
  run,
  runOptions,
  scripted,
  withoutLeftovers,
  workFolder,
} from "./testing/agent-run.ts";

/** Goes on after failures. */
function onward(flow: FlowDefinition): FlowDefinition {
  const ids = Object.keys(flow.nodes);
  return {
    ...flow,
    edges: ids.slice(1).map((to, index) => ({
      from: ids[index] ?? "",
      switch: { on: "$result.outcome", cases: { ok: to, failed: to } },
    })),
  };
}

const turns = [
  [{ text: "one" }, { crash: 9 }],
  [{ text: "two, turn {{turn}}" }],
  [{ text: "three" }],
];

test.each([
  [{ load: true }, "session/load"],
  [{ resume: true }, "session/resume"],
  [{ load: true, resume: true }, "session/resume"],
])("a session goes on after its agent died: %j", async (capabilities, method) => {
  const left = await run(onward(inTurn({ a: {}, b: {}, c: {} })), {
    agent: scripted({ capabilities, stateDir: await workFolder(), turns }),
  });
  expect(left.status).toBe("completed");
  expect(left.state.outputs).toEqual({ b: "two, turn 2", c: "three" });
  expect(left.sessions).toHaveLength(1);
  const { events = [], record } = left.sessions[0] ?? {};
  const [a, b, c] = ["a", "b", "c"].map((id) => left.outcome(id).conversation);
  expect(events[(b?.eventStartSeq ?? 0) - 1]?.message["method"]).toBe("initialize");
  expect(events[(b?.eventStartSeq ?? 0) + 1]?.message["method"]).toBe(method);
  expect(b).toMatchObject({
    eventStartSeq: (a?.eventEndSeq ?? 0) + 1,
    messageStart: 2,
    messageEnd: 3,
  });
  expect(c).toMatchObject({ messageStart: 4, messageEnd: 5 });
  const replayed = events.filter(({ seq, message }) => {
    const { update } = (message["params"] ?? {}) as { update?: { sessionUpdate: string } };
    return seq > (b?.eventStartSeq ?? 0) && update?.sessionUpdate === "user_message_chunk";
  });
  expect(replayed).toHaveLength(method === "session/load" ? 1 : 0);
  expect(record?.messages).toHaveLength(6);
});

test("a session that cannot go on fails the attempt, with receipts", async () => {
  const left = await run(onward(inTurn({ a: {}, b: {}, c: {} })), { agent: scripted({ turns }) });
  expect(left.status).toBe("failed");
  for (const id of ["b", "c"]) {
    const outcome = left.outcome(id);
    expect(outcome.error).toMatch(/can neither resume nor load sessions/);
    expect(outcome.sessionId).toBe(left.sessions[0]?.id);
    const { eventStartSeq = 0, eventEndSeq } = outcome.conversation ?? {};
    expect(eventEndSeq).toBe(eventStartSeq + 1);
    expect(outcome.conversation).toMatchObject({ messageStart: 2, messageEnd: 1 });
  }
});

test("a session that the agent does not find fails the attempt", async () => {
  const left = await run(onward(inTurn({ a: {}, b: {} })), {
    agent: scripted({ capabilities: { load: true }, turns }),
  });
  expect(left.outcome("b").error).toMatch(/answered session\/load with the error/);
  expect(left.outcome("b").conversation?.sessionId).toBe(left.sessions[0]?.id);
});

test("an agent that died between turns is started again", async () => {
  const wait = {
    nodeType: "compute" as const,
    run: () => new Promise((done) => setTimeout(done, 400)),
  };
  const left = await run(inTurn({ a: {}, wait, b: {} }), {
    agent: scripted({
      capabilities: { load: true },
      stateDir: await workFolder(),
      turns: [[{ text: "one" }, { later: 50, steps: [{ crash: 1 }] }], [{ text: "two" }]],
    }),
  });
  expect(left.state.outputs).toMatchObject({ a: "one", b: "two" });
});

test("a run that waited goes on with its sessions", async () => {
  const flow = inTurn({ a: {}, ask: { nodeType: "checkpoint" }, b: {} });
  const options = await runOptions({
    agent: scripted({ capabilities: { load: true }, stateDir: await workFolder() }),
  });
  const waiting = await withoutLeftovers(async () => look(await runFlow(flow, null, options)));
  expect(waiting.status).toBe("waiting");
  expect(waiting.sessions[0]?.record.lastSeq).toBe(waiting.sessions[0]?.events.length);
  const left = await withoutLeftovers(async () =>
    look(await resumeFlow(flow, waiting.path, { input: "yes" }, options)),
  );
  expect(left.error).toBeUndefined();
  expect(left.status).toBe("completed");
  expect(left.sessions).toHaveLength(1);
  const { events = [], record } = left.sessions[0] ?? {};
  expect(events[(left.outcome("b").conversation?.eventStartSeq ?? 0) + 1]?.message["method"]).toBe(
    "session/load",
  );
  expect(left.outcome("b").conversation).toMatchObject({ messageStart: 2, messageEnd: 3 });
  expect(record).toMatchObject({
    lastSeq: events.length,
    createdAt: waiting.sessions[0]?.record.createdAt,
  });
});

test("a session that is not used after resuming keeps its record", async () => {
  const flow = inTurn({
    a: { session: { isolated: true } },
    ask: { nodeType: "checkpoint" },
    c: { nodeType: "compute", run: () => 1 },
  });
  const options = await runOptions({ agent: scripted({}) });
  const waiting = await look(await runFlow(flow, null, options));
  const left = await look(await resumeFlow(flow, waiting.path, { input: 1 }, options));
  expect(left.status).toBe("completed");
  expect(left.sessions[0]?.record).toEqual(waiting.sessions[0]?.record);
});

test("a run whose process died goes on with its sessions", async () => {
  const flow = inTurn({ a: {}, b: {} });
  const interrupt = new AbortController();
  const copies = await workFolder();
  const options = await runOptions({
    interrupt: interrupt.signal,
    agent: scripted({
      capabilities: { load: true },
      stateDir: await workFolder(),
      turns: [[{ text: "one" }], [{ text: "two" }, { hang: "obey" }], [{ text: "three" }]],
    }),
  });
  // What a process that died in the second turn would have left.
  let copied: Promise<string> | undefined;
  const observe: RunOptions["observe"] = ({ type, nodeId, runId }) => {
    if (type !== "acp_prompt_prepared" || nodeId !== "b") return;
    const left = join(copies, runId);
    copied = sleep(300)
      .then(() => cp(join(options.outputRoot ?? "", runId), left, { recursive: true }))
      .then(() => left)
      .finally(() => interrupt.abort());
  };
  await runFlow(flow, null, { ...options, observe });
  const { interrupt: _, ...rest } = options;
  const left = await withoutLeftovers(async () =>
    look(await resumeFlow(flow, (await copied) ?? "", {}, rest)),
  );
  expect(left.error).toBeUndefined();
  expect(left.state.outputs).toEqual({ a: "one", b: "three" });
  expect(left.sessions).toHaveLength(1);
  const outcomes = left.trace.flatMap((event) =>
    event.type === "node_outcome" ? [[event.attemptId, event.payload.outcome]] : [],
  );
  expect(outcomes).toEqual([
    ["a#1", "ok"],
    ["b#1", "cancelled"],
    ["b#2", "ok"],
  ]);
  const { events = [], record, id } = left.sessions[0] ?? {};
  const cutOff = left.trace.find(
    ({ type, attemptId }) => type === "node_outcome" && attemptId === "b#1",
  );
  const prompted = events.flatMap(({ seq, message }) =>
    message["method"] === "session/prompt" ? [seq] : [],
  );
  expect(cutOff?.payload).toMatchObject({
    sessionId: id,
    // The prompt and what the agent said until then.
    conversation: {
      sessionId: id,
      eventStartSeq: prompted[1],
      eventEndSeq: (prompted[1] ?? 0) + 1,
      messageStart: 2,
      messageEnd: 3,
    },
  });
  const { eventStartSeq = 0 } = left.outcome("b").conversation ?? {};
  expect(eventStartSeq).toBe((prompted[1] ?? 0) + 2);
  expect(events[eventStartSeq + 1]?.message["method"]).toBe("session/load");
  expect(record?.messages).toHaveLength(6);
});
