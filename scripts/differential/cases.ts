import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Absolute path of the folder with the flows. */
export const flowsFolder = fileURLToPath(
  new URL("../../fixtures/differential/flows/", import.meta.url),
);

/** A flow, and how it is run. */
export interface Case {
  readonly name: string;
  /** Below `fixtures/differential/flows`. */
  readonly file: string;
  /** Default: `{}`. */
  readonly input?: unknown;
  /** Run without any input: what `undefined` is to `FlowRunner`. */
  readonly withoutInput?: true;
  /** Script of the agent, below `fixtures/differential/agents`; or `missing`. */
  readonly agent?: "usual" | "no-load" | "resume" | "missing";
  /** Members of `FlowRunnerOptions`. */
  readonly options?: {
    readonly timeoutMs?: number;
    readonly defaultNodeTimeoutMs?: number;
    readonly permissionMode?: "approve-all" | "approve-reads" | "deny-all";
    readonly nonInteractivePermissions?: "deny" | "fail";
    readonly services?: Readonly<Record<string, unknown>>;
  };
  /** Run by the commands `acpx flow run` and `flow run`, with these options, instead of `FlowRunner`. */
  readonly command?: {
    readonly options?: readonly string[];
    /** Sent when the trace has an event of this type. */
    readonly signal?: { readonly name: NodeJS.Signals; readonly after: string };
  };
}

/** One flow with several inputs. */
function inputs(name: string, values: Readonly<Record<string, unknown>>): Case[] {
  return Object.entries(values).map(([key, input]) => ({
    name: `${name} (${key})`,
    file: `${name}.flow.ts`,
    input,
  }));
}

const named = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));

const withInputs: Case[] = [
  ...inputs("branch", {
    left: { route: "left" },
    right: { route: "right" },
    nowhere: { route: "x" },
  }),
  ...inputs(
    "switch-values",
    named(
      "missing nil object array nan boxed unknown inherited proto nothing string none".split(" "),
    ),
  ),
  ...inputs("checkpoint-run", named("object text nothing number fails".split(" "))),
  ...inputs("title-function", named("text later blank nothing fails".split(" "))),
  ...inputs("inputs", { null: null, text: "text", number: 7, list: [1], object: { a: { b: 1 } } }),
  { name: "inputs (none)", file: "inputs.flow.ts", withoutInput: true },
];

const limited: Case[] = [
  { name: "timeout-default", file: "timeout-default.flow.ts", options: { timeoutMs: 300 } },
  {
    name: "timeout-default (for nodes)",
    file: "timeout-default.flow.ts",
    options: { defaultNodeTimeoutMs: 300 },
  },
  {
    name: "function-action",
    file: "function-action.flow.ts",
    options: { services: { mail: 1 } },
    input: { a: 1 },
  },
];

const agents: Case[] = [
  { name: "acp-two-turn", file: "acp-two-turn.flow.ts", input: { name: "Ann" } },
  { name: "acp-permissions (all)", file: "acp-permissions.flow.ts" },
  {
    name: "acp-permissions (reads)",
    file: "acp-permissions.flow.ts",
    options: { permissionMode: "approve-reads" },
  },
  {
    name: "acp-permissions (none)",
    file: "acp-permissions.flow.ts",
    options: { permissionMode: "deny-all" },
  },
  {
    name: "acp-permissions (reads, or fail)",
    file: "acp-permissions.flow.ts",
    options: { permissionMode: "approve-reads", nonInteractivePermissions: "fail" },
  },
  { name: "acp-client", file: "acp-client.flow.ts" },
  {
    name: "acp-client (denied)",
    file: "acp-client.flow.ts",
    options: { permissionMode: "deny-all" },
  },
  { name: "acp-sessions-lost", file: "acp-sessions-lost.flow.ts", agent: "no-load" },
  { name: "acp-sessions-lost (resume)", file: "acp-sessions-lost.flow.ts", agent: "resume" },
  { name: "acp-no-agent", file: "acp-no-agent.flow.ts", agent: "missing" },
];

const commands: Case[] = [
  {
    name: "command: completed",
    file: "compute-chain.flow.ts",
    input: { name: "Ann" },
    command: {},
  },
  { name: "command: failed", file: "failure-plain-edge.flow.ts", command: {} },
  {
    name: "command: timed out",
    file: "timeout-option.flow.ts",
    command: { options: ["--timeout", "1"] },
  },
  { name: "command: waiting", file: "checkpoint-summary.flow.ts", command: {} },
  { name: "command: TypeScript", file: "typescript/features.flow.ts", command: {} },
  { name: "command: CommonJS", file: "typescript/common.flow.cjs", command: {} },
  { name: "command: module that waits", file: "typescript/waits.flow.mts", command: {} },
  { name: "command: permissions missing", file: "permissions.flow.ts", command: {} },
  {
    name: "command: permissions granted",
    file: "permissions.flow.ts",
    command: { options: ["--approve-all"] },
  },
  { name: "command: bad definition", file: "definitions/unknown-start.flow.ts", command: {} },
  { name: "command: no such file", file: "no-such.flow.ts", command: {} },
  {
    name: "command: SIGINT in a command",
    file: "wait.flow.ts",
    command: { signal: { name: "SIGINT", after: "action_prepared" } },
  },
  {
    name: "command: SIGTERM in a function",
    file: "wait-in-function.flow.ts",
    command: { signal: { name: "SIGTERM", after: "node_started" } },
  },
  {
    name: "command: agent",
    file: "acp-sessions-lost.flow.ts",
    agent: "usual",
    command: { options: ["--approve-all"] },
  },
];

const special = [...withInputs, ...limited, ...agents, ...commands];

/** Every flow file at least once: those that no case above names, as they are. */
const plain: Case[] = readdirSync(flowsFolder, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.flow\.[cm]?[jt]s$/.test(file))
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => !special.some((one) => one.file === file && !one.name.startsWith("command")))
  .filter((file) => !/^(wait|timeout-option|permissions)/.test(file))
  .toSorted()
  .map((file) => ({ name: file.replace(/\.flow\.[cm]?[jt]s$/, ""), file }));

/** All cases; those with an agent first, because they take long. */
export const cases: readonly Case[] = [...plain, ...special]
  .map((one): Case =>
    one.agent === undefined && one.file.startsWith("acp-") ? { ...one, agent: "usual" } : one,
  )
  .toSorted((a, b) => Number(b.agent !== undefined) - Number(a.agent !== undefined));
