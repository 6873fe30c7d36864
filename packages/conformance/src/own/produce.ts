import { relative, sep } from "node:path";
import { FlowError, resumeFlow, runFlow } from "@flow-bundle/runtime";
import type { RunOptions } from "@flow-bundle/runtime";
import type { Answer, Request } from "../generated/types.ts";
import { agentFor, flowDefinition, Unsupported } from "./flow-definition.ts";

/** What our own runtime answers: it runs the flow of a request, or goes on with a run. */
export async function produceRun(request: Request, interrupt: AbortSignal): Promise<Answer> {
  const { input = null, bundle, resume, out = "" } = request;
  try {
    const flow = flowDefinition(request);
    const options = { ...optionsOf(request, out), interrupt };
    const { path } =
      resume === undefined
        ? await runFlow(flow, input, options)
        : await resumeFlow(flow, bundle ?? "", resume, options);
    return { bundle: relative(out, path).split(sep).join("/") };
  } catch (error) {
    if (error instanceof Unsupported || error instanceof FlowError) {
      return { unsupported: error.message };
    }
    throw error;
  }
}

function optionsOf(request: Request, outputRoot: string): RunOptions {
  const { cwd = process.cwd(), permissionMode = "deny-all" } = request;
  return {
    outputRoot,
    cwd,
    permissionMode,
    resolveAgent: (profile = "agent") => {
      const agent = agentFor(request, profile);
      if (agent === undefined) throw new Error(`The case has no agent ${profile}`);
      const agentArgv = [agent.command, ...agent.args];
      return { agentName: profile, agentCommand: agentArgv.join(" "), agentArgv, cwd };
    },
  };
}

/** Aborted by the signals that end a run in good order; from then on they do nothing else to this process. */
export function interruptedBySignals(): AbortSignal {
  const interruption = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => interruption.abort());
  }
  return interruption.signal;
}
