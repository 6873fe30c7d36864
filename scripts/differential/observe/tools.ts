import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { flowsFolder } from "../cases.ts";
import type { Case } from "../cases.ts";
import type { Job, Told } from "./jobs.ts";

export type Tool = "acpx" | "ours";

/** What came of one case with one tool. */
export interface Observed {
  /** Of `FlowRunner`, or of the command: by its exit code. */
  readonly ended: "resolved" | "rejected";
  /** Of the command. */
  readonly exitCode?: number | string;
  /** What was said in the end, for people who look for the cause of a difference. */
  readonly said: string;
  /** Folder that both the bundle and the working directory are in. */
  readonly folder: string;
  /** Absolute path of the bundle, when there is one. */
  readonly bundle?: string;
}

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const agent = path("../../../examples/agents/scripted-agent.ts");
const script = (name: string) => path(`../../../fixtures/differential/agents/${name}.json`);
const node = process.execPath;

function argvOf(name: NonNullable<Case["agent"]>): string[] {
  return name === "missing" ? ["/no/such/agent", "--acp"] : [node, agent, script(name)];
}

function environment(folder: string): NodeJS.ProcessEnv {
  const { PATH, TMPDIR } = process.env;
  return {
    PATH,
    ...(TMPDIR !== undefined && { TMPDIR }),
    HOME: join(folder, "home"),
    LANG: "C.UTF-8",
    NO_COLOR: "1",
    NODE_NO_WARNINGS: "1",
    SCRIPTED_AGENT_STATE: join(folder, "agent-state"),
  };
}

/**
 * Runs the cases with a tool, so many at a time; what it writes goes below `folder`.
 *
 * @param parallel flows with agents spend their time waiting
 */
export async function observe(
  tool: Tool,
  cases: readonly Case[],
  folder: string,
  parallel = 8,
): Promise<ReadonlyMap<string, Observed>> {
  mkdirSync(join(folder, "home"), { recursive: true });
  const observed = new Map<string, Observed>();
  const note = (one: Case, result: Omit<Observed, "folder">) =>
    observed.set(one.name, { ...result, folder: folderOf(one, folder) });
  const byProgram = cases.filter(({ command }) => command === undefined);
  const byCommand = cases.filter(({ command }) => command !== undefined).values();
  await Promise.all([
    byProgram.length === 0 ? undefined : runProgram(tool, byProgram, folder, parallel, note),
    ...Array.from({ length: Math.min(2, parallel) }, async () => {
      for (const one of byCommand) note(one, await runCommand(tool, one, folderOf(one, folder)));
    }),
  ]);
  return observed;
}

function folderOf({ name }: Case, folder: string): string {
  return join(folder, name.replace(/[^a-zA-Z0-9-]+/g, "_"));
}

async function runProgram(
  tool: Tool,
  cases: readonly Case[],
  folder: string,
  parallel: number,
  note: (one: Case, result: Omit<Observed, "folder">) => void,
): Promise<void> {
  const list = join(folder, "jobs.json");
  const jobs = cases.map((one): Job => {
    const usual = argvOf(one.agent ?? "missing");
    return {
      name: one.name,
      file: join(flowsFolder, one.file),
      folder: folderOf(one, folder),
      ...(one.withoutInput !== true && { input: one.input === undefined ? {} : one.input }),
      agents: { usual, another: [...usual, "another"] },
      options: one.options ?? {},
    };
  });
  writeFileSync(list, JSON.stringify(jobs));
  const args = [path("../child.ts"), tool, list, String(parallel)];
  const child = spawn(node, args, { env: environment(folder), stdio: ["ignore", "pipe", "pipe"] });
  const { stdout, stderr, exit } = await endOf(child);
  for (const line of stdout.split("\n").filter(Boolean)) {
    const { name, ...told } = JSON.parse(line) as Told & { name: string };
    const one = cases.find((candidate) => candidate.name === name)!;
    const bundle = bundleIn(join(folderOf(one, folder), "runs"));
    note(one, { ended: told.ended, said: told.message ?? "", ...(bundle && { bundle }) });
  }
  if (exit !== 0)
    throw new Error(`The program that runs flows with ${tool} ended with ${exit}: ${stderr}`);
}

/** The program of a command and its arguments before those of the case. */
const programs = {
  acpx: () => createRequire(import.meta.url).resolve("acpx"),
  ours: () => path("../../../packages/runtime/bin/flow.js"),
};

async function runCommand(
  tool: Tool,
  one: Case,
  folder: string,
): Promise<Omit<Observed, "folder">> {
  const work = join(folder, "work");
  mkdirSync(work, { recursive: true });
  const options = [...(one.command?.options ?? [])];
  if (one.agent !== undefined) {
    options.push(
      "--agent",
      argvOf(one.agent)
        .map((word) => `'${word}'`)
        .join(" "),
    );
  }
  const file = [join(flowsFolder, one.file)];
  if (one.input !== undefined) file.push("--input-json", JSON.stringify(one.input));
  const args =
    tool === "acpx" ? [...options, "flow", "run", ...file] : ["run", ...file, ...options];
  const child = spawn(node, [programs[tool](), ...args], {
    cwd: work,
    env: environment(folder),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const runs = join(folder, "home", tool === "acpx" ? ".acpx/flows/runs" : ".flow-bundle/runs");
  const { signal } = one.command ?? {};
  const ended = endOf(child);
  if (signal !== undefined) {
    const isOver = () => child.exitCode !== null || child.signalCode !== null;
    const reached = () => traceText(runs).includes(`"type":"${signal.after}"`);
    while (!isOver() && !reached()) await new Promise((resolve) => void setTimeout(resolve, 20));
    child.kill(signal.name);
  }
  const { stdout, stderr, exit } = await ended;
  const bundle = bundleIn(runs);
  return {
    ended: exit === 0 ? "resolved" : "rejected",
    exitCode: exit,
    said: stdout + stderr,
    ...(bundle && { bundle }),
  };
}

function bundleIn(runs: string): string | undefined {
  if (!existsSync(runs)) return undefined;
  const name = readdirSync(runs).find((entry) => !entry.startsWith("."));
  return name === undefined ? undefined : join(runs, name);
}

function traceText(runs: string): string {
  const trace = join(bundleIn(runs) ?? "", "trace.ndjson");
  return existsSync(trace) ? readFileSync(trace, "utf8") : "";
}

interface End {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number | string;
}

function endOf(child: ReturnType<typeof spawn>): Promise<End> {
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (text: string) => (said[name] += text));
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ ...said, exit: code ?? signal ?? "?" }));
  });
}
