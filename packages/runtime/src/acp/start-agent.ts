import { stat } from "node:fs/promises";
import type { RunScope } from "../engine/run-scope.ts";
import { asRecorded } from "../redact/index.ts";
import { AgentProcess } from "./agent-process.ts";
import { agentEnvironment } from "./auth.ts";
import { agentArguments } from "./command-line.ts";
import type { SessionIdentity } from "./session-identity.ts";

/** Starts the agent of a session. @throws {Error} when it cannot be started; the message says why. */
export async function startAgent(
  { agent, cwd }: SessionIdentity,
  { host, processes, options, writer }: RunScope,
): Promise<AgentProcess> {
  const line = agent.agentCommand;
  const [command, ...args] = agentArguments(line, agent.agentArgv);
  const facts = await stat(cwd).catch(() => undefined);
  if (facts?.isDirectory() !== true) {
    const what = facts === undefined ? "does not exist" : "is no folder";
    throw new Error(`The working directory of the session ${what}: ${cwd}`);
  }
  const env = agentEnvironment(
    { ...process.env, ...options.sessionOptions?.env },
    options.authCredentials,
  );
  return AgentProcess.start(
    processes,
    { command, args, cwd, env },
    line,
    () => host.now(),
    (text) => asRecorded(writer, text),
  );
}
