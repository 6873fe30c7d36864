import type {
  FlowDefinition,
  FlowRunnerOptions,
  ResolvedFlowAgent,
} from "../../authoring/types.ts";
import { splitCommandLine } from "../../acp/command-line.ts";
import { UsageError } from "../../command-line/index.ts";
import { MissingAgentError } from "../usage-error.ts";
import type { AgentEntry, FlowConfig } from "./config.ts";
import { configBesideFlow, configOfUser } from "./config.ts";
import { knownAgents } from "./known.ts";
import { nothingRecorded } from "./recorded.ts";
import type { RecordedAgents } from "./recorded.ts";

/** What the command line says about agents. */
export interface AgentChoice {
  /** A command line that all nodes use. */
  readonly agent?: string | undefined;
  /** For nodes without a profile. */
  readonly defaultAgent?: string | undefined;
}

/**
 * Finds the agent of a node by its profile; `cwd` is the directory of the run.
 *
 * @param recorded agents of a run that goes on: unless the command line names another one, a profile keeps its agent.
 */
export function agentResolver(
  choice: AgentChoice,
  config: FlowConfig,
  cwd: string,
  { byProfile }: RecordedAgents = nothingRecorded,
): FlowRunnerOptions["resolveAgent"] {
  return (profile) => {
    const name = profile ?? choice.defaultAgent ?? config.defaultAgent;
    if (choice.agent !== undefined) {
      return { agentName: name ?? "agent", agentCommand: line(choice.agent), cwd };
    }
    const isChosen = profile === undefined && choice.defaultAgent !== undefined;
    const recorded = isChosen ? undefined : byProfile.get(profile);
    if (recorded !== undefined && !recorded.isRedacted) {
      const { isRedacted: _, ...agent } = recorded;
      return { ...agent, cwd };
    }
    try {
      if (name === undefined) throw new UsageError(noAgent);
      return { agentName: name, ...startOf(name, config), cwd };
    } catch (error) {
      if (recorded === undefined) throw error;
      const message = `the agent that the run used cannot be started as it is recorded, because a secret in its command was replaced: ${recorded.agentCommand}; give it again with --agent COMMAND`;
      throw new UsageError(message, { cause: error });
    }
  };
}

const noAgent =
  "no profile names an agent, and there is no default one: give --agent COMMAND or --default-agent NAME";

function startOf(
  name: string,
  { agents }: FlowConfig,
): Pick<ResolvedFlowAgent, "agentCommand" | "agentArgv"> {
  const entry: AgentEntry | undefined = agents.get(name) ?? knownEntry(name);
  if (entry === undefined) {
    // Flows for acpx may name a command line instead of an agent.
    if (/[\s/]/.test(name)) return { agentCommand: line(name) };
    const names = [...new Set([...agents.keys(), ...knownAgents.keys()])].toSorted();
    throw new UsageError(
      `there is no agent ${JSON.stringify(name)}: configure it in ${configBesideFlow} beside the flow or in ~/${configOfUser}, or give --agent COMMAND; known are ${names.join(", ")}`,
    );
  }
  const { argv, command = argv?.map(quoted).join(" ") ?? "" } = entry;
  return argv === undefined
    ? { agentCommand: line(command) }
    : { agentCommand: command, agentArgv: [...argv] };
}

/** A command line that can be taken apart. */
function line(command: string): string {
  try {
    splitCommandLine(command);
    return command;
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}

function knownEntry(name: string): AgentEntry | undefined {
  const argv = knownAgents.get(name);
  return argv === undefined ? undefined : { argv };
}

function quoted(argument: string): string {
  return /^[\w@%+=:,./~^-]+$/.test(argument) ? argument : JSON.stringify(argument);
}

/**
 * Makes sure before a run that every node will have its agent. Throws a {@link UsageError} that names the nodes.
 *
 * @param reachable the nodes that count; default: all.
 */
export function checkAgents(
  flow: FlowDefinition,
  resolve: FlowRunnerOptions["resolveAgent"],
  reachable?: ReadonlySet<string>,
): void {
  const mistakes = new Map<string, string[]>();
  for (const [nodeId, node] of Object.entries(flow.nodes)) {
    if (node.nodeType !== "acp" || reachable?.has(nodeId) === false) continue;
    try {
      resolve(node.profile);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      const nodes = mistakes.get(error.message) ?? [];
      nodes.push(JSON.stringify(nodeId));
      mistakes.set(error.message, nodes);
    }
  }
  if (mistakes.size === 0) return;
  const lines = [...mistakes].map(
    ([message, nodes]) => `node${nodes.length === 1 ? "" : "s"} ${nodes.join(", ")}: ${message}`,
  );
  throw new MissingAgentError(lines.join("\n"));
}
