import { afterEach, expect, test } from "vitest";
import { agentEnvironment } from "./auth.ts";
import { inTurn, run, scripted } from "./testing/agent-run.ts";

const methods = [
  { id: "chat-login", name: "Log in" },
  { id: "api.key", name: "Key" },
];
const script = { auth: { methods, required: true } };

afterEach(() => {
  delete process.env["ACPX_AUTH_API_KEY"];
});

test.each([{ "api.key": "k" }, { API_KEY: "k" }])(
  "authenticates with %j",
  async (authCredentials) => {
    const left = await run(inTurn({ a: {} }), { agent: scripted(script), authCredentials });
    expect(left.error).toBeUndefined();
    expect(left.sessions[0]?.events[2]?.message).toMatchObject({ method: "authenticate" });
  },
);

test("authenticates with a variable of the environment", async () => {
  process.env["ACPX_AUTH_API_KEY"] = "k";
  const left = await run(inTurn({ a: {} }), { agent: scripted(script) });
  expect(left.status).toBe("completed");
});

test("without credentials it depends on the policy", async () => {
  const optional = { agent: scripted({ auth: { methods } }) };
  expect((await run(inTurn({ a: {} }), optional)).status).toBe("completed");
  const left = await run(inTurn({ a: {} }), { ...optional, authPolicy: "fail" });
  expect(left.error).toMatch(
    /wants to authenticate: its methods are "chat-login", "api.key"; set ACPX_AUTH_CHAT_LOGIN or ACPX_AUTH_API_KEY/,
  );
});

test("the environment of an agent", () => {
  const env = { PATH: "/bin", ACPX_AUTH_OPENAI_API_KEY: "o", SET: "mine", ACPX_AUTH_EMPTY: " " };
  expect(agentEnvironment(env, { "my-key": "m", set: "other", blank: "", "a=b": "x" })).toEqual({
    ...env,
    OPENAI_API_KEY: "o",
    "my-key": "m",
    MY_KEY: "m",
    ACPX_AUTH_MY_KEY: "m",
    set: "other",
    ACPX_AUTH_SET: "other",
    A_B: "x",
    ACPX_AUTH_A_B: "x",
  });
});
