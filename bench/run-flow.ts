// How long flows take with flow and with acpx, whole processes on the same flow files. See bench/README.md.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { inRoot } from "../scripts/lib/process.mjs";
import { measure } from "./measure.ts";
import type { Contender, Summary } from "./measure.ts";
import { machine, megabytes, ms, table, writeBetweenMarks } from "./report.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    only: { type: "string", multiple: true, default: [""] },
    write: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
const node = process.execPath;
const folder = mkdtempSync(join(tmpdir(), "bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const env = { HOME: join(folder, "home"), SCRIPTED_AGENT_STATE: join(folder, "agent") };
for (const path of Object.values(env)) mkdirSync(path);
const runsFolders = {
  flow: join(env.HOME, ".flow-bundle", "runs"),
  acpx: join(env.HOME, ".acpx", "flows", "runs"),
};
const acpxEntry = createRequire(import.meta.url).resolve("acpx");
const { version } = JSON.parse(
  readFileSync(join(acpxEntry, "..", "..", "package.json"), "utf8"),
) as { version: string };
const names = { flow: "`flow`", acpx: `acpx ${version}` };
type Tool = keyof typeof names;

const loadBefore = loadavg()[0] ?? 0;
const few = side("A loop of 200 compute steps", "count", 200);
const many = side("A loop of 2,000 compute steps", "count", 2000, { acpxOnce: true });
const most = side("A loop of 20,000 compute steps", "count", 20_000, { withoutAcpx: true });
const shell = side("100 commands", "shell", 100);
const turns = side("20 turns in one session, each answered in 200 chunks", "turns", 20, {
  acpxOnce: true,
});
const first = await untilFirstEvent();

const parts = [
  [
    `${machine()}; medians of ${rounds} rounds.`,
    `Load of the machine before and after: ${loadBefore.toFixed(1)} and ${(loadavg()[0] ?? 0).toFixed(1)}.`,
  ].join(" "),
  ...[few, many, most, shell, turns].flatMap((one) =>
    one === undefined ? [] : [table(one.title, one.summaries)],
  ),
  ...(first === undefined ? [] : [first]),
  goals(),
];
const report = parts.join("\n\n");
console.log(report);
if (values.write) writeBetweenMarks(inRoot("docs", "runtime-performance.md"), report);

interface Measured {
  readonly title: string;
  readonly summaries: ReadonlyMap<string, Summary>;
}

/** Both tools at the same flow. */
function side(
  title: string,
  name: string,
  steps: number,
  how: { readonly acpxOnce?: boolean; readonly withoutAcpx?: boolean } = {},
): Measured | undefined {
  if (!values.only.some((text) => title.includes(text))) return undefined;
  process.stderr.write(`${title}\n`);
  const tools: Tool[] = how.withoutAcpx === true ? ["flow"] : ["flow", "acpx"];
  const contenders = tools.map((tool): Contender => {
    const once = tool === "acpx" && how.acpxOnce === true;
    return { name: names[tool], command: command(tool, name, steps), env, once };
  });
  const summaries = measure(contenders, rounds);
  for (const path of Object.values(runsFolders)) rmSync(path, { recursive: true, force: true });
  return { title, summaries };
}

function command(tool: Tool, name: string, steps: number): string[] {
  const file = inRoot("bench", "flows", `${name}.flow.ts`);
  const input = ["--input-json", JSON.stringify({ steps })];
  const agent = [inRoot("examples", "agents", "scripted-agent.ts"), inRoot("bench", "agent.json")];
  const options = ["--format", "quiet", "--deny-all", "--agent", [node, ...agent].join(" ")];
  return tool === "flow"
    ? [node, inRoot("packages", "runtime", "bin", "flow.js"), "run", file, ...input, ...options]
    : [node, acpxEntry, ...options, "flow", "run", file, ...input];
}

/** From the start of the process to the moment when the first event can be read. */
async function untilFirstEvent(): Promise<string | undefined> {
  const title = "From the start to the first event in the trace";
  if (!values.only.some((text) => title.includes(text))) return undefined;
  process.stderr.write(`${title}\n`);
  const seconds: Record<Tool, number[]> = { flow: [], acpx: [] };
  for (let round = -1; round < 2 * rounds; round++) {
    for (const tool of ["flow", "acpx"] as const) {
      const took = await firstEventOf(tool);
      if (round >= 0) seconds[tool].push(took);
    }
  }
  const sorted = { flow: seconds.flow.toSorted(byValue), acpx: seconds.acpx.toSorted(byValue) };
  const middle = (list: readonly number[]): number => list[list.length >> 1] ?? 0;
  const rows = (["flow", "acpx"] as const).map((tool) => {
    const list = sorted[tool];
    const times = (middle(list) / middle(sorted.flow)).toFixed(2);
    const all = `${ms(list[0] ?? 0, "")} to ${ms(list.at(-1) ?? 0)}`;
    return `| ${names[tool]} | ${ms(middle(list))} | ${times} | ${all} |`;
  });
  const head = ["| | time | times the first | all runs |", "| --- | ---: | ---: | ---: |"];
  return [`### ${title}`, "", ...head, ...rows].join("\n");
}

function byValue(a: number, b: number): number {
  return a - b;
}

async function firstEventOf(tool: Tool): Promise<number> {
  rmSync(runsFolders[tool], { recursive: true, force: true });
  const [program = "", ...args] = command(tool, "count", 1);
  const started = performance.now();
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: "ignore" });
  const ended = new Promise((resolve) => void child.once("close", resolve));
  while (!hasEvent(runsFolders[tool])) {
    if (child.exitCode !== null) throw new Error(`${names[tool]} recorded nothing`);
    await sleep(1);
  }
  const seconds = (performance.now() - started) / 1000;
  await ended;
  return seconds;
}

function hasEvent(runs: string): boolean {
  try {
    const run = readdirSync(runs).find((entry) => !entry.startsWith("."));
    return run !== undefined && statSync(join(runs, run, "trace.ndjson")).size > 0;
  } catch {
    return false;
  }
}

/** What the figures say about the goals. */
function goals(): string {
  const ours = (one: Measured | undefined) => one?.summaries.get(names.flow);
  const theirs = (one: Measured | undefined) => one?.summaries.get(names.acpx);
  const rows: string[] = [];
  const compare = (
    goal: string,
    [part, whole]: readonly [Summary | undefined, Summary | undefined],
    most: number,
  ): void => {
    if (part === undefined || whole === undefined) return;
    const ratio = part.seconds / whole.seconds;
    const cpu = part.cpuSeconds / whole.cpuSeconds;
    const verdict = ratio <= most ? "" : "**missed**: ";
    const times = (value: number): string => value.toFixed(value < 1 ? 3 : 1);
    rows.push(`${goal} | ${verdict}${times(ratio)} (processor time: ${times(cpu)})`);
  };
  compare("2,000 steps: at most 0.1 times acpx", [ours(many), theirs(many)], 0.1);
  compare("2,000 steps: at most 12 times 200 steps", [ours(many), ours(few)], 12);
  compare("20,000 steps: at most 12 times 2,000 steps", [ours(most), ours(many)], 12);
  const memory = [few, many, most].map((one) => ours(one)?.mebibytes);
  if (memory.every((value) => value !== undefined)) {
    const figures = memory.map((value) => megabytes(value)).join(", ");
    rows.push(`memory for 200, 2,000 and 20,000 steps | ${figures}`);
  }
  if (rows.length === 0) return "";
  const head = ["### Goals", "", "| goal | measured |", "| --- | --- |"];
  return [...head, ...rows.map((row) => `| ${row} |`)].join("\n");
}
