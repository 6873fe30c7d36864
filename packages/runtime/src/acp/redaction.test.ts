import { execFileSync } from "node:child_process";
import { afterEach, beforeEach, expect, test } from "vitest";
import { resumeFlow, runFlow } from "../engine/run-flow.ts";
import {
  inTurn,
  look,
  run,
  runOptions,
  scripted,
  withoutLeftovers,
  workFolder,
} from "./testing/agent-run.ts";

const secret = "canary-41f7ab93c2";

beforeEach(() => {
  process.env["FLOW_ACP_TEST_TOKEN"] = secret;
});

afterEach(() => {
  delete process.env["FLOW_ACP_TEST_TOKEN"];
});

function found(path: string): string {
  try {
    return execFileSync("grep", ["-rlaF", secret, path]).toString();
  } catch {
    return "";
  }
}

test("the flow gets the answer as it came, the bundle without secrets", async () => {
  const left = await run(inTurn({ a: { prompt: () => `use ${secret}` }, b: { timeoutMs: 1000 } }), {
    agent: scripted({
      turns: [
        [{ text: `it is ${secret}, right`, split: 5 }, { thought: secret }],
        // What is held back when the turn is cut short is written all the same.
        [{ text: `begun ${secret.slice(0, 9)}` }, { hang: "ignore" }],
      ],
    }),
    mcpServers: [
      { name: "m", command: "m", args: [], env: [{ name: "X", value: "plain-value-9" }] },
    ],
  });
  expect(left.state.outputs).toEqual({ a: `it is ${secret}, right` });
  expect(await left.text(left.outcome("a").rawResponseArtifact)).toBe(
    "it is [REDACTED:FLOW_ACP_TEST_TOKEN], right",
  );
  expect(await left.text(left.outcome("b").rawResponseArtifact)).toBe(
    `begun ${secret.slice(0, 9)}`,
  );
  expect(found(left.path)).toBe("");
  const { events = [], record } = left.sessions[0] ?? {};
  expect(JSON.stringify(events)).not.toContain("plain-value-9");
  expect(left.outcome("a").conversation?.messageEnd).toBe(1);
  expect(record?.lastSeq).toBe(events.length);
});

test("a session is found again whose command has a secret", async () => {
  const { agentArgv } = scripted({ capabilities: { load: true }, stateDir: await workFolder() });
  const flow = inTurn({ a: {}, ask: { nodeType: "checkpoint" }, b: {} });
  const options = await runOptions({ agent: { agentArgv: [...agentArgv, secret] } });
  const waiting = await withoutLeftovers(async () => look(await runFlow(flow, null, options)));
  const left = await withoutLeftovers(async () =>
    look(await resumeFlow(flow, waiting.path, { input: 1 }, options)),
  );
  expect(left.error).toBeUndefined();
  expect(left.sessions).toHaveLength(1);
  expect(found(left.path)).toBe("");
});

test("the credentials of an agent are secrets, whatever their names", async () => {
  const { agentArgv } = scripted({});
  const [node = "", ...args] = agentArgv;
  const left = await run(inTurn({ a: { prompt: () => `log in with ${secret}-2` } }), {
    authCredentials: { login: `${secret}-2` },
    agent: { agentArgv: ["/bin/sh", "-c", 'test -n "$LOGIN" && exec "$0" "$@"', node, ...args] },
  });
  expect(left.state.outputs["a"]).toBe(`echo: log in with ${secret}-2`);
  expect(found(left.path)).toBe("");
  expect(await left.text(left.outcome("a").promptArtifact)).toBe(
    "log in with [REDACTED:ACPX_AUTH_login]",
  );
});

test("what is cut out of an error has no part of a secret", async () => {
  const { agentArgv } = scripted({
    turns: [[{ stderr: `${secret}${"z".repeat(1490)}` }, { crash: 7 }]],
  });
  const agentCommand = `${"x".repeat(190)}${secret}`;
  const left = await run(inTurn({ a: {} }), { agent: { agentArgv, agentCommand } });
  const { error } = left.outcome("a");
  expect(error).toContain("zzz");
  for (let at = 0; at + 4 <= secret.length; at++) {
    expect(error).not.toContain(secret.slice(at, at + 4));
  }
});
