import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { inTurn, isRunning, run, scripted, workFolder } from "./testing/agent-run.ts";
import type { FlowDefinition, FlowNodeContext } from "../authoring/types.ts";

/** A turn by which the agent runs; one at `a`, which times out; and one at `b` all the same. */
function timingOut(b = {}): FlowDefinition {
  const flow = inTurn({ warm: {}, a: { timeoutMs: 1000 }, b });
  const on = "$result.outcome";
  return {
    ...flow,
    edges: [
      { from: "warm", to: "a" },
      { from: "a", switch: { on, cases: { timed_out: "b" } } },
    ],
  };
}

const warm = [{ text: "warm" }];

test("a turn that takes too long is cancelled; the agent stays", async () => {
  const left = await run(timingOut(), {
    agent: scripted({
      turns: [
        warm,
        [{ text: "begun" }, { hang: "obey", afterCancel: [{ text: " and left" }] }],
        [{ text: "{{turn}}" }],
      ],
    }),
  });
  expect(left.status).toBe("completed");
  expect(left.state.outputs).toEqual({ warm: "warm", b: "3" });
  const a = left.outcome("a");
  expect(a).toMatchObject({ outcome: "timed_out", error: "Timed out after 1000 ms" });
  expect(await left.text(a.rawResponseArtifact)).toBe("begun and left");
  const { events = [], record } = left.sessions[0] ?? {};
  const methods = events.map(({ message }) => message["method"]);
  expect(methods.filter((method) => method === "initialize")).toHaveLength(1);
  const cancel = methods.indexOf("session/cancel") + 1;
  const response = events[(a.conversation?.eventEndSeq ?? 0) - 1];
  expect(cancel).toBeLessThan(response?.seq ?? 0);
  expect(response?.message).toMatchObject({ id: 3, result: { stopReason: "cancelled" } });
  expect(left.outcome("b").conversation).toMatchObject({
    messageStart: (a.conversation?.messageEnd ?? 0) + 1,
  });
  expect(record?.messages).toHaveLength(6);
});

test("an agent that does not stop is ended, and the session goes on in a new one", async () => {
  const isLeft = (context: FlowNodeContext) => isRunning(Number(context.outputs["warm"]));
  const left = await run(
    timingOut({ parse: (text: string, context: FlowNodeContext) => [text, isLeft(context)] }),
    {
      agent: scripted({
        capabilities: { load: true },
        stateDir: await workFolder(),
        ignoreSignals: ["SIGTERM"],
        ignoreStdinEnd: true,
        turns: [
          [{ text: "{{pid}}" }],
          [{ text: "begun" }, { hang: "ignore" }],
          [{ text: "{{turn}}" }],
        ],
      }),
    },
  );
  expect(left.status).toBe("completed");
  expect(left.state.outputs).toMatchObject({ b: ["3", false] });
  const { events = [] } = left.sessions[0] ?? {};
  const [a, b] = [left.outcome("a").conversation, left.outcome("b").conversation];
  expect(events[(a?.eventEndSeq ?? 0) - 1]?.message["method"]).toBe("session/cancel");
  expect(b?.eventStartSeq).toBe((a?.eventEndSeq ?? 0) + 1);
  expect(events[(b?.eventStartSeq ?? 0) - 1]?.message["method"]).toBe("initialize");
  expect(await left.text(left.outcome("a").rawResponseArtifact)).toBe("begun");
}, 15_000);

test("an interruption ends the turn, with all that it had started", async () => {
  const interrupt = new AbortController();
  const cwd = await workFolder();
  const left = await run(inTurn({ a: {} }), {
    cwd,
    interrupt: interrupt.signal,
    observe: (event) => {
      if (event.type === "acp_prompt_prepared") void sleep(600).then(() => interrupt.abort());
    },
    agent: scripted({
      rules: [
        {
          steps: [
            { text: "running" },
            { terminal: { command: "sleep", args: ["60"] }, then: ["wait"] },
            { text: "not reached" },
          ],
        },
      ],
    }),
  });
  expect(left).toMatchObject({ status: "failed", error: "Interrupted" });
  expect(left.outcome("a")).toMatchObject({ outcome: "cancelled", error: "Interrupted" });
  // The agent was not cut off: it could answer, for the command that it waited for was ended first.
  const answer = left.sessions[0]?.events.at(-1)?.message;
  expect(answer).toMatchObject({ result: { stopReason: "cancelled" } });
});

test.each(["initialize", "session/new"])("a deadline in %s", async (method) => {
  const left = await run(inTurn({ a: { timeoutMs: 1500 } }), {
    agent: scripted({ on: { [method]: [{ hang: "ignore" }] }, ignoreSignals: ["SIGTERM"] }),
  });
  expect(left.outcome("a").outcome).toBe("timed_out");
  expect(left.sessions).toEqual([]);
  expect(await left.text(left.outcome("a").promptArtifact)).toBe("prompt of a");
});

test("a deadline while the prompt is made", async () => {
  const left = await run(inTurn({ a: { timeoutMs: 200, prompt: () => new Promise(() => {}) } }));
  expect(left.outcome("a")).toMatchObject({ outcome: "timed_out" });
  expect(left.outcome("a").promptArtifact).toBeUndefined();
});

test("when a turn is cancelled, nothing is permitted any more", async () => {
  const cwd = await workFolder();
  const left = await run(inTurn({ warm: {}, a: { timeoutMs: 1000 } }), {
    cwd,
    agent: scripted({
      turns: [
        warm,
        [
          {
            hang: "obey",
            afterCancel: [
              { permission: {}, on: { "*": [{ text: "{{last}} " }] } },
              { write: `${cwd}/late`, content: "x", else: [{ text: "{{last}}" }] },
            ],
          },
        ],
      ],
    }),
  });
  expect(await left.text(left.outcome("a").rawResponseArtifact)).toMatch(/^cancelled error -32800/);
});
