// Runs flows with `FlowRunner`, as a program of somebody else's would, several at a time: that of acpx or ours. Reads a
// list of jobs from the file given and writes what came of each to standard output, one JSON line each.
import { mkdirSync, readFileSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Job, Told } from "./observe/jobs.ts";

const [tool, list = "", parallel = "1"] = process.argv.slice(2);
const jobs = JSON.parse(readFileSync(list, "utf8")) as Job[];
const { FlowRunner, load } = await (tool === "acpx" ? acpx() : ours());

/** The loader that the command acpx uses. */
async function acpx() {
  const acpx = await import("acpx/flows");
  const { resolve } = createRequire(import.meta.resolve("acpx/flows"));
  const tsx = (await import(pathToFileURL(resolve("tsx/esm/api")).href)) as { register(): void };
  tsx.register();
  const load = async (file: string): Promise<unknown> =>
    ((await import(pathToFileURL(file).href)) as { default: unknown }).default;
  return { FlowRunner: acpx.FlowRunner, load };
}

async function ours() {
  const { FlowRunner } = await import("@flow-bundle/runtime/flows");
  const { loadFlow } = await import("@flow-bundle/runtime");
  return { FlowRunner, load: async (file: string) => (await loadFlow(file)).flow };
}

async function run({ file, folder, input, agents, options }: Job): Promise<Told> {
  mkdirSync(join(folder, "work"), { recursive: true });
  const runner = new FlowRunner({
    permissionMode: "approve-all",
    outputRoot: join(folder, "runs"),
    resolveAgent: (profile = "usual") => {
      const agentArgv = agents[profile];
      if (agentArgv === undefined) throw new Error(`No profile ${profile}`);
      return {
        agentName: profile,
        agentCommand: agentArgv.join(" "),
        agentArgv,
        cwd: join(folder, "work"),
      };
    },
    ...options,
  } as never);
  try {
    const flow = await load(file);
    await runner.run(flow as never, input, { flowPath: file });
    return { ended: "resolved" };
  } catch (error) {
    return { ended: "rejected", isError: error instanceof Error, message: String(error) };
  }
}

// What a flow leaves unhandled must not end the others.
process.on("unhandledRejection", () => undefined);
const next = jobs.values();
await Promise.all(
  Array.from({ length: Number(parallel) }, async () => {
    for (const job of next) {
      const told = await run(job);
      writeSync(1, `${JSON.stringify({ name: job.name, ...told })}\n`);
    }
  }),
);
process.exit(0);
