import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type {
  AcpNodeDefinition,
  FlowDefinition,
  FlowNodeContext,
  FlowNodeDefinition,
  PromptInput,
  ShellActionExecution,
  ShellActionResult,
} from "@flow-bundle/runtime";
import type { Behaviour, Request, RequestedAgent } from "../generated/types.ts";

/** A node in `flow.json`, as far as a definition is made of it. */
interface NodeSnapshot {
  readonly nodeType: string;
  readonly actionExecution?: string;
  readonly hasRun?: boolean;
  readonly hasParse?: boolean;
  readonly cwd?: { readonly mode: string; readonly value?: string };
  readonly [member: string]: unknown;
}

interface FlowSnapshot {
  readonly name: string;
  readonly run?: { readonly hasTitle?: boolean };
  readonly permissions?: FlowDefinition["permissions"];
  readonly startAt: string;
  readonly nodes: Readonly<Record<string, NodeSnapshot>>;
  readonly edges: FlowDefinition["edges"];
}

/** The flow of a request as a definition, for our runtime and for acpx: functions that do what the behaviour says. */
export function flowDefinition(request: Request): FlowDefinition {
  const { name, run, permissions, startAt, nodes, edges } = request.flow as unknown as FlowSnapshot;
  const { title = "" } = request;
  return {
    name,
    startAt,
    // Own members, whatever they are called.
    nodes: Object.fromEntries(
      Object.entries(nodes).map(([id, node]) => [id, definitionOf(id, node, request)]),
    ),
    edges,
    ...(permissions !== undefined && { permissions }),
    ...(run?.hasTitle === true && { run: { title: () => title } }),
  };
}

function definitionOf(id: string, node: NodeSnapshot, request: Request): FlowNodeDefinition {
  const { nodeType, actionExecution, hasRun } = node;
  const act = new Acts(id, request);
  const common = pick(node, ["timeoutMs", "heartbeatMs", "statusDetail"]);
  const run = (context: FlowNodeContext) => act.run(context);
  if (nodeType === "compute") return { ...common, nodeType, run };
  if (nodeType === "checkpoint") {
    return { ...common, nodeType, ...pick(node, ["summary"]), ...(hasRun === true && { run }) };
  }
  if (nodeType === "acp") {
    return {
      ...common,
      nodeType,
      ...pick(node, ["profile", "session"]),
      ...directory(node, act),
      prompt: (context) => act.prompt(context),
      ...(node.hasParse === true && { parse: (text: string) => act.parseAnswer(text) }),
    };
  }
  if (nodeType !== "action") throw new Unsupported(`nodes of type ${nodeType}`);
  if (actionExecution === "function") return { ...common, nodeType, run };
  return {
    ...common,
    nodeType,
    exec: (context) => act.exec(context),
    ...(node.hasParse === true && {
      parse: (result: ShellActionResult) => act.parseResult(result),
    }),
  };
}

/** The agent of a profile. */
export function agentFor(
  { agent, agents = {} }: Request,
  profile: string,
): RequestedAgent | undefined {
  return Object.hasOwn(agents, profile) ? agents[profile] : agent;
}

/** What a case asks for and this adapter cannot do. */
export class Unsupported extends Error {}

/** What the functions of one node do. */
class Acts {
  readonly #entries: readonly Behaviour[];
  readonly #request: Request;
  #attempts = 0;

  constructor(nodeId: string, request: Request) {
    const { behaviour = {} } = request;
    this.#entries = Object.hasOwn(behaviour, nodeId) ? (behaviour[nodeId] ?? []) : [];
    this.#request = request;
  }

  async run(context: FlowNodeContext): Promise<unknown> {
    const entry = await this.#begin(context);
    const { summary } = entry;
    return summary === undefined || "return" in entry ? entry.return : { summary };
  }

  async prompt(context: FlowNodeContext): Promise<PromptInput | string> {
    return ((await this.#begin(context)).prompt ?? "") as PromptInput | string;
  }

  async exec(context: FlowNodeContext): Promise<ShellActionExecution> {
    const { exec } = await this.#begin(context);
    if (exec === undefined) throw new Error("The behaviour has no command");
    const { cwd: base = process.cwd() } = this.#request;
    return { ...exec, cwd: resolve(base, exec.cwd ?? ".") };
  }

  /** Of the next attempt: the directory is asked for before the prompt. */
  directory(): string | undefined {
    return this.#entry(this.#attempts).cwd;
  }

  parseAnswer(text: string): unknown {
    return this.#entry(this.#attempts - 1).parse === "json" ? JSON.parse(text) : text;
  }

  parseResult({ stdout, exitCode }: ShellActionResult): unknown {
    const { parse = "stdout" } = this.#entry(this.#attempts - 1);
    if (parse === "exitCode") return exitCode;
    return parse === "stdoutJson" ? JSON.parse(stdout) : stdout;
  }

  async #begin({ signal }: FlowNodeContext): Promise<Behaviour> {
    const entry = this.#entry(this.#attempts);
    this.#attempts += 1;
    if (entry.sleepMs !== undefined) await sleep(entry.sleepMs, undefined, signal && { signal });
    if (entry.fail !== undefined) throw new Error(entry.fail);
    return entry;
  }

  #entry(attempt: number): Behaviour {
    return this.#entries[Math.min(attempt, this.#entries.length - 1)] ?? {};
  }
}

function directory({ cwd }: NodeSnapshot, act: Acts): Pick<AcpNodeDefinition, "cwd"> {
  if (cwd?.mode === "static" && cwd.value !== undefined) return { cwd: cwd.value };
  return cwd?.mode === "dynamic" ? { cwd: () => act.directory() } : {};
}

function pick(node: NodeSnapshot, keys: readonly string[]): Record<string, never> {
  return Object.fromEntries(
    keys.flatMap((key) => (node[key] === undefined ? [] : [[key, node[key] as never]])),
  );
}
