import type { ContentBlock, McpServer } from "@agentclientprotocol/sdk";

/** A value, or a promise of one. */
export type MaybePromise<T> = T | Promise<T>;

/** How an attempt ended. */
export type FlowNodeOutcome = "ok" | "timed_out" | "failed" | "cancelled";

/** How a run stands. */
export type FlowRunStatus = "running" | "waiting" | "completed" | "failed" | "timed_out";

/** A prompt as ACP content blocks. */
export type PromptInput = ContentBlock[];

/** Which permissions of an agent are granted: all, those that read, or none. */
export type PermissionMode = "approve-all" | "approve-reads" | "deny-all";

/** What happens with a permission that nobody is there to grant: refuse it, or fail the attempt. */
export type NonInteractivePermissionPolicy = "deny" | "fail";

/** What is done with a permission that a rule fits: `escalate` asks somebody, and as nobody is there, refuses it. */
export type PermissionPolicyAction = "approve" | "deny" | "escalate";

/**
 * Rules for permissions that agents ask for; they come before the permission mode, `autoDeny` first, then `autoApprove`,
 * then `escalate`. A rule is the kind of a tool call, its title, the first word of its title, or the name of the tool in
 * its input, in upper or lower case; `*` fits all. File and terminal methods are the business of the mode alone.
 */
export interface PermissionPolicy {
  autoApprove?: string[];
  autoDeny?: string[];
  escalate?: string[];
  /** For what no rule fits. Default: the permission mode decides. */
  defaultAction?: PermissionPolicyAction;
}

/** What new sessions are begun with. What an agent makes of it is its own business, except `env` and `model`. */
export interface SessionAgentOptions {
  /** The agent has to offer it, or the attempt fails. */
  model?: string;
  allowedTools?: string[];
  maxTurns?: number;
  /** Replaces the system prompt of the agent, or is added to it. */
  systemPrompt?: string | { append: string };
  /** Added to the environment of the agent's process. Credentials belong into `authCredentials`. */
  env?: Record<string, string>;
}

/** What happens when an agent wants to authenticate and there are no credentials: go on, or fail. */
export type AuthPolicy = "skip" | "fail";

/** What a node's functions are called with. */
export interface FlowNodeContext<TInput = unknown> {
  /** Input of the run. */
  input: TInput;
  /** Output of the last ok attempt of each node, by node id. */
  outputs: Record<string, unknown>;
  /** The last attempt of each node, by node id. */
  results: Record<string, FlowNodeResult>;
  /** The run so far. */
  state: FlowRunState;
  /** What the program that runs the flow hands to its nodes. */
  services: Record<string, unknown>;
  /** Aborts when the attempt times out or the run is interrupted. */
  signal?: AbortSignal;
  /** Of function actions: runs a command that ends, at the latest, with the attempt. */
  runShell?: (execution: FlowShellExecution) => Promise<FlowShellResult>;
}

/** What every node can have. */
export interface FlowNodeCommon {
  /** Deadline of an attempt in milliseconds; 0: none. Default: that of the run, 15 minutes. */
  timeoutMs?: number;
  /** Milliseconds between heartbeats; 0: none. Default: 5000. */
  heartbeatMs?: number;
  /** What the node is doing, in words. */
  statusDetail?: string;
}

/** A prompt for an ACP agent. */
export interface AcpNodeDefinition extends FlowNodeCommon {
  nodeType: "acp";
  /** Which agent; see `resolveAgent`. */
  profile?: string;
  /** Working directory of the session. Default: that of the run. */
  cwd?: string | ((context: FlowNodeContext) => MaybePromise<string | undefined>);
  /** Turns with the same handle (default `main`), agent and directory share a session; isolated ones share none. */
  session?: { handle?: string; isolated?: boolean };
  prompt: (context: FlowNodeContext) => MaybePromise<PromptInput | string>;
  /** Makes the output from the answer. Default: the answer itself. */
  parse?: (text: string, context: FlowNodeContext) => MaybePromise<unknown>;
}

/** A function without effects. */
export interface ComputeNodeDefinition extends FlowNodeCommon {
  nodeType: "compute";
  run: (context: FlowNodeContext) => MaybePromise<unknown>;
}

/** A function with effects. */
export interface FunctionActionNodeDefinition extends FlowNodeCommon {
  nodeType: "action";
  run: (context: FlowNodeContext) => MaybePromise<unknown>;
}

/** A command to run. */
export interface ShellActionExecution {
  command: string;
  args?: string[];
  /** Default: the working directory of the run. */
  cwd?: string;
  /** Added to the environment of the process that runs the flow. */
  env?: Record<string, string>;
  stdin?: string;
  /** Run by a shell: `/bin/sh` or the one that is named. */
  shell?: boolean | string;
  /** An exit code other than 0 is no failure. */
  allowNonZeroExit?: boolean;
  /** Deadline of the command in milliseconds. */
  timeoutMs?: number;
  /** How many bytes of each stream are kept at most. Default: no limit. */
  maxBufferBytes?: number;
}

/** What a command did. */
export interface ShellActionResult {
  command: string;
  args: string[];
  cwd: string;
  stdout: string;
  stderr: string;
  /** Both streams, in the order in which they came. */
  combinedOutput: string;
  /** Null when a signal ended it. */
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  durationMs: number;
}

/** A command that a function action runs. */
export type FlowShellExecution = Omit<ShellActionExecution, "allowNonZeroExit">;

/** What it did. `timedOut`: its own deadline passed. */
export type FlowShellResult = ShellActionResult & { timedOut: boolean };

/** A command with effects. */
export interface ShellActionNodeDefinition extends FlowNodeCommon {
  nodeType: "action";
  exec: (context: FlowNodeContext) => MaybePromise<ShellActionExecution>;
  /** Makes the output from the result. Default: the result itself. */
  parse?: (result: ShellActionResult, context: FlowNodeContext) => MaybePromise<unknown>;
}

export type ActionNodeDefinition = FunctionActionNodeDefinition | ShellActionNodeDefinition;

/** A place where the run waits for somebody. */
export interface CheckpointNodeDefinition extends FlowNodeCommon {
  nodeType: "checkpoint";
  /** What is waited for, in words. */
  summary?: string;
  /** Makes the output. Default: `{checkpoint, summary}`. */
  run?: (context: FlowNodeContext) => MaybePromise<unknown>;
}

export type FlowNodeDefinition =
  | AcpNodeDefinition
  | ComputeNodeDefinition
  | ActionNodeDefinition
  | CheckpointNodeDefinition;

/** Where to go after a node. `on`: `$.path` or `$output.path` of the output, or `$result.path` of the result. */
export type FlowEdge =
  | { from: string; to: string }
  | { from: string; switch: { on: string; cases: Record<string, string> } };

/** What a flow needs to be allowed. */
export interface FlowPermissionRequirements {
  requiredMode: PermissionMode;
  requireExplicitGrant?: boolean;
  reason?: string;
}

/** What a flow says of its runs. */
export interface FlowRunDefinition<TInput = unknown> {
  title?:
    | string
    | ((context: {
        input: TInput;
        flowName: string;
        flowPath?: string;
      }) => MaybePromise<string | undefined>);
}

/** A flow: a graph of nodes. */
export interface FlowDefinition {
  name: string;
  run?: FlowRunDefinition;
  permissions?: FlowPermissionRequirements;
  startAt: string;
  nodes: Record<string, FlowNodeDefinition>;
  edges: FlowEdge[];
}

/** How the last attempt of a node ended. Times are `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export interface FlowNodeResult {
  attemptId: string;
  nodeId: string;
  nodeType: FlowNodeDefinition["nodeType"];
  outcome: FlowNodeOutcome;
  startedAt: string;
  finishedAt: string;
  durationMs: number;
  output?: unknown;
  error?: string;
}

/** The session of an ACP attempt; see spec/text/sessions.md#binding. */
export interface FlowSessionBinding {
  key: string;
  handle: string;
  bundleId: string;
  name: string;
  profile?: string;
  agentName: string;
  agentCommand: string;
  agentArgv?: string[];
  cwd: string;
  acpxRecordId: string;
  acpSessionId: string;
  agentSessionId?: string;
}

/** An attempt that ended; see spec/text/projections.md. */
export interface FlowStepRecord {
  attemptId: string;
  nodeId: string;
  nodeType: FlowNodeDefinition["nodeType"];
  outcome: FlowNodeOutcome;
  startedAt: string;
  finishedAt: string;
  promptText: string | null;
  rawText: string | null;
  output: unknown;
  error?: string;
  session: FlowSessionBinding | null;
  agent: { agentName: string; agentCommand: string; cwd: string } | null;
  trace?: Record<string, unknown>;
}

/** A run as its nodes see it. Changing it changes nothing that is recorded. */
export interface FlowRunState {
  runId: string;
  flowName: string;
  runTitle?: string;
  flowPath?: string;
  startedAt: string;
  finishedAt?: string;
  updatedAt: string;
  status: FlowRunStatus;
  input: unknown;
  outputs: Record<string, unknown>;
  results: Record<string, FlowNodeResult>;
  steps: FlowStepRecord[];
  sessionBindings: Record<string, FlowSessionBinding>;
  currentNode?: string;
  currentAttemptId?: string;
  currentNodeType?: FlowNodeDefinition["nodeType"];
  currentNodeStartedAt?: string;
  lastHeartbeatAt?: string;
  statusDetail?: string;
  waitingOn?: string;
  error?: string;
}

/** A run that ended or waits. */
export interface FlowRunResult {
  /** The bundle. */
  runDir: string;
  state: FlowRunState;
}

/** An agent to start. */
export interface ResolvedFlowAgent {
  agentName: string;
  /** A command line; split like a shell does, without a shell. */
  agentCommand: string;
  /** Program and arguments; then `agentCommand` is for people only. */
  agentArgv?: string[];
  cwd: string;
}

/** How a `FlowRunner` runs flows. */
export interface FlowRunnerOptions {
  resolveAgent: (profile?: string) => ResolvedFlowAgent;
  permissionMode: PermissionMode;
  mcpServers?: McpServer[];
  /** Default: `deny`. */
  nonInteractivePermissions?: NonInteractivePermissionPolicy;
  permissionPolicy?: PermissionPolicy;
  sessionOptions?: SessionAgentOptions;
  authCredentials?: Record<string, string>;
  /** Default: `skip`. */
  authPolicy?: AuthPolicy;
  /** Offer the file system methods to agents. Default: true. */
  fs?: boolean;
  /** Offer the terminal methods to agents. Default: true. */
  terminal?: boolean;
  /** Deadline of each attempt without one of its own, in milliseconds; 0: none. Default: 15 minutes. */
  timeoutMs?: number;
  /** The same, and stronger than `timeoutMs`, as in acpx. */
  defaultNodeTimeoutMs?: number;
  /** Handed to the functions of the nodes. */
  services?: Record<string, unknown>;
  /** Folder of the bundles. Default: `~/.flow-bundle/runs`. */
  outputRoot?: string;
  /** Replace secrets in everything that is recorded. Default: true. */
  redact?: boolean;
  /** Of acpx, without effect: an agent lives as long as its run. */
  ttlMs?: number;
  /** Of acpx, without effect: all that it would tell is in the bundle. */
  verbose?: boolean;
  /** Of acpx, without effect: nothing is written to the console. */
  suppressSdkConsoleErrors?: boolean;
}
