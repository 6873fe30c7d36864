import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { FlowDefinition } from "../../authoring/types.ts";
import { root } from "../testing/command.ts";
import { temporaryFolder } from "../testing/temporary.ts";
import { loadConfig } from "./config.ts";
import type { FlowConfig } from "./config.ts";
import { knownAgents } from "./known.ts";
import { agentResolver, checkAgents } from "./resolver.ts";

const none: FlowConfig = { agents: new Map() };

describe("an agent by its profile", () => {
  test("--agent wins over everything, the name stays", () => {
    const resolve = agentResolver({ agent: "node a.js 'b c'" }, none, "/work");
    expect(resolve("codex")).toEqual({
      agentName: "codex",
      agentCommand: "node a.js 'b c'",
      cwd: "/work",
    });
    expect(resolve(undefined).agentName).toBe("agent");
  });

  test("configured ones win over known ones", () => {
    const agents = new Map([["codex", { command: "my codex" }]]);
    const resolve = agentResolver({}, { agents }, "/work");
    expect(resolve("codex")).toMatchObject({ agentCommand: "my codex" });
    expect(resolve("gemini")).toEqual({
      agentName: "gemini",
      agentCommand: "gemini --acp",
      agentArgv: ["gemini", "--acp"],
      cwd: "/work",
    });
    expect(agentResolver({}, none, "/")("pi")).toMatchObject({ agentCommand: "npx -y pi-acp" });
  });

  test("the default: of the command line, then of the configuration", () => {
    const config = { ...none, defaultAgent: "qwen" };
    expect(agentResolver({ defaultAgent: "kimi" }, config, "/")(undefined).agentName).toBe("kimi");
    expect(agentResolver({}, config, "/")(undefined).agentName).toBe("qwen");
    expect(() => agentResolver({}, none, "/")(undefined)).toThrow("--default-agent NAME");
  });

  test("a profile can be a command line, as in flows for acpx", () => {
    expect(agentResolver({}, none, "/")("./agent.sh --acp")).toEqual({
      agentName: "./agent.sh --acp",
      agentCommand: "./agent.sh --acp",
      cwd: "/",
    });
  });

  test("argv with a command: the command is for people", () => {
    const agents = new Map([["a", { command: "the agent", argv: ["/opt/a", "b c"] }]]);
    expect(agentResolver({}, { agents }, "/")("a")).toMatchObject({
      agentCommand: "the agent",
      agentArgv: ["/opt/a", "b c"],
    });
  });
});

test("before a run every mistake is told, with the nodes that have it", () => {
  const acp = (profile?: string) => ({
    nodeType: "acp" as const,
    prompt: () => "",
    ...(profile !== undefined && { profile }),
  });
  const flow: FlowDefinition = {
    name: "f",
    startAt: "a",
    nodes: { a: acp("nobody"), b: acp(), c: acp("nobody"), d: acp("codex") },
    edges: [],
  };
  const resolve = agentResolver({}, none, "/");
  expect(() => checkAgents(flow, resolve)).toThrow(
    /^nodes "a", "c": there is no agent "nobody": .*\nnode "b": no profile names an agent/,
  );
  expect(() => checkAgents(flow, agentResolver({ agent: "x" }, none, "/"))).not.toThrow();
});

describe("configuration files", () => {
  test("none", async () => {
    expect(await loadConfig(temporaryFolder(), "/nonexistent")).toEqual(none);
  });

  test("what lies beside the flow counts, agent by agent", async () => {
    const folder = temporaryFolder({
      "home/.flow-bundle/config.json": JSON.stringify({
        agents: { a: { command: "home a" }, b: { argv: ["home", "b"] } },
        defaultAgent: "a",
        auth: { key: "k" },
      }),
      "flow/flow.config.json":
        '{"agents":{"a":{"command":"flow a"},"__proto__":{"command":"p"}},"mcpServers":[{"name":"m","command":"c"}]}',
    });
    const config = await loadConfig(join(folder, "flow"), join(folder, "home"));
    expect([...config.agents]).toEqual([
      ["a", { command: "flow a" }],
      ["b", { argv: ["home", "b"] }],
      ["__proto__", { command: "p" }],
    ]);
    expect(config).toMatchObject({
      defaultAgent: "a",
      authCredentials: { key: "k" },
      mcpServers: [{ name: "m", command: "c", args: [], env: [] }],
    });
  });

  test.each([
    ["{", /flow\.config\.json is no valid JSON: line 1, column 2: /],
    ["[]", /flow\.config\.json: .*object/],
    ['{"agent":{}}', /flow\.config\.json: .*agent/],
    ['{"agents":[]}', /: agents: expected an object of agents by name$/],
    ['{"agents":{"a":{"command":" "}}}', /: agents\.a\.command: /],
    ['{"agents":{"a":{}}}', /: agents\.a: expected command .* or argv/],
    ['{"agents":{"a":{"argv":[""]}}}', /: agents\.a: .*must not be empty$/],
    ['{"mcpServers":[{"name":"m"}]}', /: mcpServers\.0/],
  ])("%s", async (text, message) => {
    const folder = temporaryFolder({ "flow.config.json": text });
    await expect(loadConfig(folder, "/nonexistent")).rejects.toThrow(message);
  });
});

test("known agents are started without a shell, and documented", () => {
  const reference = readFileSync(`${root}docs/flow-command.md`, "utf8");
  for (const [name, argv] of knownAgents) {
    expect(reference).toContain(`| \`${name}\` | \`${argv.join(" ")}\` |`);
    expect(name).toMatch(/^[a-z]+$/);
    for (const word of argv) expect(word).toMatch(/^[\w@/.-]+$/);
  }
});
