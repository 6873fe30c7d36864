import { cp } from "node:fs/promises";
import { join } from "node:path";
import type { FlowDefinition, RunOptions } from "@flow-bundle/runtime";
import { loadFlow, resumeFlow, runFlow } from "@flow-bundle/runtime";
import { bundlesOf, examples } from "./examples.ts";
import type { Example } from "./examples.ts";
import { fixedHost } from "./fixed-host.ts";
import { inPlace, tidyPlace } from "./place.ts";
import { places } from "./places.ts";
import { makeChangedRepository } from "./repository.ts";
import { steadyProcesses } from "./steady-processes.ts";

/** When the runs begin, and when those that wait go on. */
const [start, later] = ["2026-03-02T09:00:00.000Z", "2026-03-02T10:30:00.000Z"] as const;

/** Runs the examples with these names and copies their bundles into a folder. */
export async function recordHere(names: readonly string[], out: string): Promise<void> {
  const chosen = examples.filter(({ name }) => names.includes(name));
  await inPlace(async () => {
    for (const example of chosen) await record(example, out);
  });
}

async function record(example: Example, out: string): Promise<void> {
  const { name, input, project, answer } = example;
  await tidyPlace(project === undefined ? undefined : "average");
  if (project === "changed-average") makeChangedRepository(places.project);
  process.chdir(places.project);
  const flowPath = join(places.examples, "flows", `${name}.flow.ts`);
  const flow = (await loadFlow(flowPath)).flow as FlowDefinition;
  const { path } = await runFlow(flow, input, { ...optionsOf(example, start), flowPath });
  const [first = "", second] = bundlesOf(example);
  await cp(path, join(out, first), { recursive: true });
  if (second === undefined) return;
  await resumeFlow(flow, path, { input: answer }, { ...optionsOf(example, later), flowPath });
  await cp(path, join(out, second), { recursive: true });
}

function optionsOf({ name, permissionMode = "approve-reads" }: Example, at: string): RunOptions {
  const host = fixedHost(at, `${name} ${at}`);
  const agent = join(places.examples, "agents", "scripted-agent.ts");
  const script = join(places.examples, "flows", "agents", `${name}.json`);
  return {
    host,
    processes: steadyProcesses(host.pass),
    outputRoot: places.runs,
    cwd: places.project,
    permissionMode,
    resolveAgent: (profile = "scripted") => ({
      agentName: profile,
      agentCommand: `node ${agent} ${script}`,
      cwd: places.project,
    }),
  };
}
