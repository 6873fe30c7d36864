import type { McpServer } from "@agentclientprotocol/sdk";
import { z } from "zod";
import { parseJson } from "../json-input.ts";
import { UsageError } from "../../command-line/index.ts";
import type { AgentEntry, FlowConfig } from "./config.ts";

const agent = z
  .strictObject({
    command: z.string().trim().min(1).optional(),
    argv: z.array(z.string()).min(1).optional(),
  })
  .refine(({ command, argv }) => command !== undefined || argv !== undefined, {
    message: "expected command (a command line) or argv (a program and its arguments)",
  })
  .refine(({ argv }) => argv?.[0] !== "", {
    message: "the first element of argv is the program; it must not be empty",
  });

const pairs = z.array(z.strictObject({ name: z.string(), value: z.string() }));
const mcpServer = z.union([
  z.strictObject({
    type: z.enum(["http", "sse"]),
    name: z.string(),
    url: z.string(),
    headers: pairs.default([]),
  }),
  z.strictObject({
    name: z.string(),
    command: z.string(),
    args: z.array(z.string()).default([]),
    env: pairs.default([]),
  }),
]);

const config = z.strictObject({
  agents: z.unknown().optional(),
  defaultAgent: z.string().min(1).optional(),
  mcpServers: z.array(mcpServer).optional(),
  auth: z.record(z.string(), z.string()).optional(),
});

/** Reads the text of a configuration file. Throws a {@link UsageError} that names every mistake. */
export function parseConfig(text: string, file: string): FlowConfig {
  const value = parseJson(text, file);
  const mistakes: string[] = [];
  const checked = config.safeParse(value);
  if (!checked.success) mistakes.push(...messages(checked.error));
  const agents = readAgents(value, mistakes);
  if (checked.data === undefined || mistakes.length > 0) {
    throw new UsageError(`${file}: ${mistakes.join("; ")}`);
  }
  const { defaultAgent, mcpServers, auth } = checked.data;
  return {
    agents,
    ...(defaultAgent !== undefined && { defaultAgent }),
    ...(mcpServers !== undefined && { mcpServers: mcpServers as McpServer[] }),
    ...(auth !== undefined && { authCredentials: auth }),
  };
}

/** Each agent for itself: of a name such as `__proto__` zod would make something else. */
function readAgents(config: unknown, mistakes: string[]): ReadonlyMap<string, AgentEntry> {
  const agents = new Map<string, AgentEntry>();
  if (!isObject(config) || config["agents"] === undefined) return agents;
  if (!isObject(config["agents"])) {
    mistakes.push("agents: expected an object of agents by name");
    return agents;
  }
  for (const [name, entry] of Object.entries(config["agents"])) {
    const checked = agent.safeParse(entry);
    if (checked.success) agents.set(name, checked.data);
    else mistakes.push(...messages(checked.error, `agents.${name}`));
  }
  return agents;
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function messages({ issues }: z.ZodError, prefix = ""): string[] {
  return issues.map(({ path, message }) => {
    const place = [prefix, ...path.map(String)].filter((part) => part !== "").join(".");
    return place === "" ? message : `${place}: ${message}`;
  });
}
