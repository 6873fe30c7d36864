import { mkdirSync } from "node:fs";
import { nodeHost } from "@flow-bundle/bundle/node";
import type { RunOptions } from "@flow-bundle/runtime";
import { inRoot } from "../lib/process.mjs";

/** How the flow is run in a runs folder, in every process that has to do with it. */
export function runOptions(runs: string): RunOptions {
  const stateDir = `${runs}/.agent`;
  mkdirSync(stateDir, { recursive: true });
  const agent = inRoot("examples", "agents", "scripted-agent.ts");
  const script = { capabilities: { load: true }, stateDir };
  const agentArgv = [process.execPath, agent, JSON.stringify(script)];
  return {
    outputRoot: runs,
    cwd: runs,
    permissionMode: "deny-all",
    resolveAgent: () => ({
      agentName: "scripted",
      agentCommand: agentArgv.join(" "),
      agentArgv,
      cwd: runs,
    }),
    host: steadyHost(),
  };
}

/** The machine's host with a clock that ticks once a call and digits that are counted: the same names in each run. */
function steadyHost(): ReturnType<typeof nodeHost> {
  let time = Date.UTC(2026, 0, 1);
  let digits = 0;
  return {
    ...nodeHost(),
    now: () => time++,
    randomHex: (length) => (++digits).toString(16).padStart(length, "0").slice(-length),
  };
}
