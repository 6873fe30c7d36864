import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { FlowDefinition, FlowRunnerOptions } from "../authoring/types.ts";
import { checkPermissions } from "../definition/permissions.ts";
import type { RunOptions } from "../engine/run-options.ts";
import { agentResolver, checkAgents } from "./agents/resolver.ts";
import type { AgentChoice } from "./agents/resolver.ts";
import type { RecordedAgents } from "./agents/recorded.ts";
import { loadConfig } from "./agents/config.ts";
import type { Io } from "./io.ts";
import type { RunFormat } from "./report/index.ts";
import { UsageError } from "../command-line/index.ts";

/** Options that `flow run` and `flow resume` share, as the command line gives them. */
export interface ExecutionOptions extends AgentChoice {
  readonly inputJson?: string;
  readonly inputFile?: string;
  readonly approveAll?: true;
  readonly approveReads?: true;
  readonly denyAll?: true;
  readonly nonInteractivePermissions: "deny" | "fail";
  readonly authPolicy: "skip" | "fail";
  readonly cwd?: string;
  /** Seconds. */
  readonly timeout?: number;
  readonly runsDir?: string;
  readonly redact: boolean;
  readonly format: RunFormat;
  readonly verbose?: true;
}

/** What is known of a run that goes on. */
export interface KnownRun {
  readonly agents: RecordedAgents;
  /** The nodes that can still be reached. */
  readonly reachable: ReadonlySet<string>;
}

/**
 * The options of the engine for a flow. Throws a {@link UsageError} when the flow cannot be run with them.
 *
 * @param folder of the flow file: a configuration may lie beside it.
 */
export async function engineOptions(
  flow: FlowDefinition,
  flowPath: string,
  folder: string,
  runsDir: string,
  options: ExecutionOptions,
  io: Io,
  known?: KnownRun,
): Promise<RunOptions> {
  const cwd = directoryOf(options.cwd, io, known?.agents.directory);
  const config = await loadConfig(folder, io.home);
  const resolveAgent = agentResolver(options, config, cwd, known?.agents);
  checkAgents(flow, resolveAgent, known?.reachable);
  const { approveAll, approveReads, denyAll } = options;
  const isExplicit = (approveAll ?? approveReads ?? denyAll) !== undefined;
  checkPermissions(flow, { permissionMode: permissionMode(options), isExplicit });
  checkWritable(runsDir);
  const { mcpServers, authCredentials } = config;
  return {
    flowPath,
    cwd,
    outputRoot: runsDir,
    resolveAgent,
    permissionMode: permissionMode(options),
    nonInteractivePermissions: options.nonInteractivePermissions,
    authPolicy: options.authPolicy,
    redact: options.redact,
    ...(mcpServers !== undefined && { mcpServers }),
    ...(authCredentials !== undefined && { authCredentials }),
    ...(options.timeout !== undefined && { timeoutMs: options.timeout * 1000 }),
  };
}

function permissionMode(options: ExecutionOptions): FlowRunnerOptions["permissionMode"] {
  if (options.approveAll === true) return "approve-all";
  return options.denyAll === true ? "deny-all" : "approve-reads";
}

function directoryOf(option: string | undefined, io: Io, recorded?: string): string {
  const cwd = resolve(io.directory, option ?? recorded ?? ".");
  if (statSync(cwd, { throwIfNoEntry: false })?.isDirectory() === true) return cwd;
  if (option === undefined && recorded !== undefined) {
    throw new UsageError(
      `The run was begun in ${cwd}, which is no folder now; name one with --cwd`,
    );
  }
  throw new UsageError(`--cwd: ${option ?? cwd} is no folder`);
}

/** Runs are not begun when they could not be recorded. Nothing is made: the flow may still be refused. */
function checkWritable(runsDir: string): void {
  try {
    let existing = runsDir;
    while (!existsSync(existing)) existing = dirname(existing);
    // With a slash at its end, what is no folder gives an error.
    accessSync(join(existing, "/"), constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === "ENOTDIR" ? "it lies in a file, or is one" : (code ?? String(error));
    const message = `Nothing can be written to the runs folder ${runsDir} (${why}); name another one with --runs-dir`;
    throw new UsageError(message, { cause: error });
  }
}
