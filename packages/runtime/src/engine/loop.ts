import type { CheckpointNodeDefinition } from "../authoring/types.ts";
import { nextStep } from "./edges/next-step.ts";
import type { NextStep } from "./edges/next-step.ts";
import { interrupted } from "./ending.ts";
import type { Ending } from "./ending.ts";
import { errorText } from "./error-text.ts";
import type { FinishedAttempt } from "./finished-attempt.ts";
import { summaryOf } from "./nodes/checkpoint.ts";
import { isRefused } from "./recording-stopped.ts";
import { runAttempt } from "./run-attempt.ts";
import type { Run } from "./run.ts";
import { macrotask } from "./timers.ts";

/**
 * Goes from node to node until the run ends or waits.
 *
 * @throws {BundleWriteError} when it cannot be recorded any further.
 */
export async function runLoop(run: Run, first: NextStep): Promise<Ending> {
  let next = first;
  while ("nodeId" in next) {
    // A fast loop must not starve timers, signals, and the writing of projections.
    await macrotask();
    if (run.isInterrupted) return interrupted();
    const finished = await attemptAt(run, next.nodeId);
    if ("ending" in finished) return finished.ending;
    if (finished.outcome === "cancelled") return interrupted();
    const node = run.graph.nodes.get(finished.nodeId);
    if (node?.nodeType === "checkpoint" && finished.outcome === "ok") {
      return waiting(node, finished);
    }
    next = nextStep(run.graph, finished);
  }
  return next.ending;
}

async function attemptAt(run: Run, nodeId: string): Promise<FinishedAttempt | { ending: Ending }> {
  try {
    return await runAttempt(run, nodeId);
  } catch (thrown) {
    if (!isRefused(thrown) || run.scope.writer.state.openAttempt !== null) throw thrown;
    // Its node_started must not stand in a bundle: there is no attempt to fail.
    const error = `Node ${JSON.stringify(nodeId)} cannot be started: ${errorText(thrown)}`;
    return { ending: { status: "failed", error, thrown } };
  }
}

function waiting(
  node: CheckpointNodeDefinition,
  { nodeId, result: { attemptId, output }, json }: FinishedAttempt,
): Ending {
  const summary = summaryOf(node, output);
  return { status: "waiting", nodeId, attemptId, summary, output: json?.value };
}
