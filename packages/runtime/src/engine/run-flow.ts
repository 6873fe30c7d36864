import { resolve } from "node:path";
import { nodeHost } from "@flow-bundle/bundle/node";
import type { FlowDefinition } from "../authoring/types.ts";
import { snapshotFlow } from "../definition/snapshot.ts";
import { FlowError } from "../errors.ts";
import { recordedBundle } from "../redact/index.ts";
import { flowRunsBaseDir } from "../runs/runs-folder.ts";
import { finish } from "./finish.ts";
import type { Finished } from "./finish.ts";
import { graphOf } from "./graph.ts";
import { recordableInput } from "./input.ts";
import { runLoop } from "./loop.ts";
import { checkedFlow, redactorOf, scopeOf } from "./prepare.ts";
import { producer } from "./producer.ts";
import { isRefused } from "./recording-stopped.ts";
import type { RunEnd, RunOptions } from "./run-options.ts";
import { Run } from "./run.ts";
import { keepAlive } from "./timers.ts";
import { titleOf } from "./title.ts";

export { resumeFlow } from "./resume-flow.ts";

/**
 * Runs a flow to its end, or to where it waits, and records it. Whatever an attempt at a node does wrong makes a failed
 * attempt. One thing cannot be helped: a function that never gives the thread back hangs, beyond every time limit.
 *
 * @param input any JSON value. What else JSON can make something of is recorded so; the flow gets it as it is.
 * @throws {FlowError} when the definition, the permissions, the input or the title are wrong: nothing was written then.
 * @throws {RecordingStopped} when the bundle cannot be written any further.
 */
export async function runFlow(
  flow: FlowDefinition,
  input: unknown,
  options: RunOptions,
): Promise<RunEnd> {
  return (await carryOut(flow, input, options)).end;
}

/** The same, with what a function of the flow threw. */
export async function carryOut(
  flow: FlowDefinition,
  input: unknown,
  options: RunOptions,
): Promise<Finished> {
  const letGo = keepAlive();
  try {
    const checked = checkedFlow(flow, options);
    const recorded = recordableInput(input);
    const { interrupt, flowPath, outputRoot = flowRunsBaseDir() } = options;
    const runTitle = await titleOf(checked, input, flowPath, interrupt);
    const host = options.host ?? nodeHost();
    const writer = await recordedBundle(
      host,
      resolve(outputRoot),
      {
        producer: producer(),
        flow: snapshotFlow(checked),
        input: recorded,
        ...(runTitle !== undefined && { runTitle }),
        ...(flowPath !== undefined && { flowPath }),
      },
      redactorOf(options),
    ).catch((error: unknown) => {
      if (!isRefused(error)) throw error;
      const message = `The flow cannot be recorded: ${error.message}`;
      throw new FlowError("definition", message, { cause: error });
    });
    const graph = graphOf(checked);
    const run = new Run(graph, scopeOf(host, writer, options), options, input);
    return await finish(run, () => runLoop(run, { nodeId: graph.startAt }));
  } finally {
    letGo();
  }
}
