import { expect, test } from "vitest";
import { inTurn, run, scripted, workFolder } from "./testing/agent-run.ts";
import type { Left } from "./testing/agent-run.ts";

const options = ["small", "large"].map((value) => ({ value, name: value.toUpperCase() }));
const model = {
  id: "which",
  name: "Model",
  category: "model",
  type: "select",
  currentValue: "small",
};

function sent({ sessions }: Left, method: string): unknown[] {
  const events = sessions.flatMap(({ events }) => events);
  const found = events.filter(({ message }) => message["method"] === method);
  return found.map(({ message }) => message["params"]);
}

test("a new session is told of what is asked for, as acpx tells it", async () => {
  const sessionOptions = {
    allowedTools: ["Read"],
    maxTurns: 3,
    systemPrompt: { append: "Be brief" },
  };
  const left = await run(inTurn({ a: {} }), { sessionOptions, agent: scripted({}) });
  expect(sent(left, "session/new")).toMatchObject([
    {
      _meta: {
        claudeCode: { options: { allowedTools: ["Read"], maxTurns: 3 } },
        systemPrompt: { append: "Be brief" },
      },
    },
  ]);
  const [plain] = sent(await run(inTurn({ a: {} }), { agent: scripted({}) }), "session/new");
  expect(plain).not.toHaveProperty("_meta");
});

test.each([
  ["options", options],
  ["groups of options", [{ group: "g", name: "G", options }]],
])(
  "a model among %s is chosen before the first prompt, and again when the agent was started again",
  async (_, offered) => {
    const stateDir = await workFolder();
    const agent = scripted({
      capabilities: { load: true },
      stateDir,
      session: { configOptions: [{ ...model, options: offered }] },
      turns: [[{ text: "x" }, { later: 0, steps: [{ crash: 1 }] }]],
    });
    const flow = inTurn({
      a: {},
      wait: { nodeType: "compute", run: () => new Promise((done) => setTimeout(done, 300)) },
      b: {},
    });
    const left = await run(flow, { sessionOptions: { model: "large" }, agent });
    const chosen = sent(left, "session/set_config_option");
    expect(chosen).toHaveLength(2);
    expect(chosen[0]).toMatchObject({ configId: "which", value: "large" });
    const methods = left.sessions[0]?.events.map(({ message }) => message["method"]);
    expect(methods?.indexOf("session/set_config_option")).toBeLessThan(
      methods?.indexOf("session/prompt") ?? -1,
    );
  },
);

test.each([
  [{}, 'offers no choice of models, so "huge" cannot be used'],
  [
    { configOptions: [{ ...model, options }] },
    'not offer the model "huge"; it offers "small", "large"',
  ],
])("a model that the agent does not offer fails the attempt: %j", async (session, message) => {
  const agent = scripted({ session });
  const left = await run(inTurn({ a: {} }), { sessionOptions: { model: "huge" }, agent });
  expect(left.outcome("a")).toMatchObject({ outcome: "failed" });
  expect(left.outcome("a").error).toContain(message);
});

test("the environment of the agent", async () => {
  const agent = scripted({});
  const [program = "", ...args] = agent.agentArgv;
  const agentArgv = [
    "/bin/sh",
    "-c",
    'test "$OWN" = "a value" && exec "$0" "$@"',
    program,
    ...args,
  ];
  const withEnv = { sessionOptions: { env: { OWN: "a value" } }, agent: { ...agent, agentArgv } };
  expect((await run(inTurn({ a: {} }), withEnv)).status).toBe("completed");
  expect((await run(inTurn({ a: {} }), { agent: { ...agent, agentArgv } })).status).toBe("failed");
});
