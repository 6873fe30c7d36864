// acpx as an adapter of the conformance suite. It has to be installed; it is no dependency of this package.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answer, Request } from "../generated/types.ts";
import { agentFor, flowDefinition, Unsupported } from "../own/flow-definition.ts";
import { serve } from "../own/serve.ts";

/** acpx keeps its sessions in there. It lies beside `out`, so that it goes with the case also when this process is killed. */
let home = "";

await serve(async (request) => {
  home = mkdtempSync(join(request.out ?? tmpdir(), "..", "home-"));
  process.env["HOME"] = home;
  return produce(request);
});
rmSync(home, { recursive: true, force: true });
// Agents that acpx left running would keep the process from ending.
process.exit(0);

async function produce(request: Request): Promise<Answer> {
  const { resume, interrupt, out = "" } = request;
  if (resume !== undefined) return { unsupported: "acpx does not go on with runs" };
  try {
    // Signals that can be handled are the business of its command; the other has to hit who writes the bundle.
    const isHandled = interrupt !== undefined && interrupt.signal !== "SIGKILL";
    await (isHandled ? runCommand(request, out) : runHere(request, out));
  } catch (error) {
    if (error instanceof Unsupported) return { unsupported: error.message };
    throw error;
  }
  const [bundle] = readdirSync(out);
  return bundle === undefined ? { unsupported: "acpx refused the flow" } : { bundle };
}

async function runHere(request: Request, outputRoot: string): Promise<void> {
  const { cwd = process.cwd(), permissionMode = "deny-all", input = null } = request;
  const { FlowRunner } = await import("acpx/flows");
  const runner = new FlowRunner({
    outputRoot,
    permissionMode,
    resolveAgent: (profile = "agent") => {
      const agent = agentFor(request, profile);
      const agentArgv = agent === undefined ? ["false"] : [agent.command, ...agent.args];
      return { agentName: profile, agentCommand: agentArgv.join(" "), agentArgv, cwd };
    },
  });
  try {
    await runner.run(flowDefinition(request) as never, input);
  } catch (error) {
    if (error instanceof Unsupported) throw error;
    // That the run failed is in the bundle.
    process.stderr.write(`${String(error)}\n`);
  }
}

async function runCommand(request: Request, out: string): Promise<void> {
  const { cwd = process.cwd(), agent, permissionMode = "deny-all", input = null } = request;
  const flow = join(home, "case.flow.mjs");
  const definition = new URL(import.meta.resolve("../own/flow-definition.js"));
  writeFileSync(
    flow,
    `import { defineFlow } from "acpx/flows";
import { flowDefinition } from ${JSON.stringify(definition.href)};
export default defineFlow(flowDefinition(${JSON.stringify(request)}));
`,
  );
  mkdirSync(join(home, ".acpx/flows"), { recursive: true });
  symlinkSync(out, join(home, ".acpx/flows/runs"));
  const words = agent === undefined ? [] : [agent.command, ...agent.args];
  const options = [`--${permissionMode}`, "--cwd", cwd];
  if (agent !== undefined) options.push("--agent", words.map((word) => `'${word}'`).join(" "));
  const child = spawn(
    process.execPath,
    [
      createRequire(import.meta.url).resolve("acpx"),
      ...options,
      "flow",
      "run",
      flow,
      "--input-json",
      JSON.stringify(input),
    ],
    { cwd, stdio: ["ignore", "ignore", "inherit"] },
  );
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => child.kill(signal));
  }
  await new Promise((resolve) => {
    child.on("error", resolve);
    child.on("close", resolve);
  });
}
