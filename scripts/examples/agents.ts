import { afterEach } from "vitest";
import type { Script, Step } from "../../examples/agents/scripted/script.ts";
import { AgentClient } from "./agent-client.ts";

const started: AgentClient[] = [];

afterEach(async () => {
  for (const running of started.splice(0)) await running.end();
});

/** Starts an agent that ends with the test. */
export async function start(script?: Script, folder?: string): Promise<AgentClient> {
  const agent = await AgentClient.start(script, folder);
  started.push(agent);
  return agent;
}

/** An agent that does the same at each prompt. */
export function doing(...steps: Step[]): Promise<AgentClient> {
  return start({ rules: [{ steps }] });
}

/** An agent with arguments of any sort, to which nothing is said. */
export function run(args: readonly string[], folder: string): AgentClient {
  const agent = AgentClient.run(args, folder);
  started.push(agent);
  return agent;
}

/** The updates that came. */
export function updatesOf(agent: AgentClient) {
  return agent.notifications.map(({ update }) => update);
}
