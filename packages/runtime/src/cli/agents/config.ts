import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { McpServer } from "@agentclientprotocol/sdk";
import { UsageError } from "../../command-line/index.ts";

/** How an agent is started: a command line, or a program with its arguments. With both, the line is for people only. */
export interface AgentEntry {
  readonly command?: string | undefined;
  readonly argv?: readonly string[] | undefined;
}

/** What the configuration files say. */
export interface FlowConfig {
  /** By name. */
  readonly agents: ReadonlyMap<string, AgentEntry>;
  readonly defaultAgent?: string;
  readonly mcpServers?: McpServer[];
  /** Credentials by ACP authentication method. */
  readonly authCredentials?: Record<string, string>;
}

/** Name of the file beside a flow. */
export const configBesideFlow = "flow.config.json";

/** Name of the user's own file, in the home directory. */
export const configOfUser = join(".flow-bundle", "config.json");

/**
 * Reads the two configuration files that may be there: `flow.config.json` beside the flow, and the user's
 * `~/.flow-bundle/config.json`. What the first says counts, agent by agent.
 *
 * @throws {UsageError} when one is not as it should be; it names every mistake with its path.
 */
export async function loadConfig(flowFolder: string, home: string): Promise<FlowConfig> {
  const files = [join(home, configOfUser), join(flowFolder, configBesideFlow)];
  const agents = new Map<string, AgentEntry>();
  const others: Omit<FlowConfig, "agents">[] = [];
  for (const file of files) {
    const text = readIfThere(file);
    if (text === undefined) continue;
    // Loading zod takes a while, and most have no such file.
    const { parseConfig } = await import("./config-schema.ts");
    const { agents: entries, ...rest } = parseConfig(text, file);
    for (const [name, entry] of entries) agents.set(name, entry);
    others.push(rest);
  }
  return Object.assign({ agents }, ...others) as FlowConfig;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new UsageError(`${file} cannot be read (${code ?? String(error)})`, { cause: error });
  }
}
