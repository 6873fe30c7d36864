import type { FlowNodeDefinition, FlowNodeResult } from "../authoring/types.ts";
import { AttemptAborted } from "./attempt.ts";
import { AttemptRecorder } from "./attempt-recorder.ts";
import { interruptedText } from "./ending.ts";
import { errorText } from "./error-text.ts";
import { execute } from "./nodes/execute.ts";
import type { FinishedAttempt } from "./finished-attempt.ts";
import { isInline, jsonOutput } from "./output.ts";
import type { JsonOutput } from "./output.ts";
import { recordOutcome } from "./record-outcome.ts";
import type { Settled } from "./record-outcome.ts";
import type { Run } from "./run.ts";
import { stepOf } from "./step.ts";
import { startTimer } from "./timers.ts";

const defaultHeartbeatMs = 5000;

/**
 * One attempt, from `node_started` to `node_outcome`.
 *
 * @throws {BundleWriteError} when it cannot be recorded. Everything else makes an attempt that is not ok.
 */
export async function runAttempt(run: Run, nodeId: string): Promise<FinishedAttempt> {
  const { scope, graph, input, state } = run;
  const node = graph.nodes.get(nodeId);
  if (node === undefined) throw new Error(`The flow has no node ${JSON.stringify(nodeId)}`);
  const { nodeType } = node;
  const attemptId = run.nextAttemptId(nodeId);
  const timeoutMs = node.timeoutMs ?? run.timeoutMs;
  const statusDetail = node.statusDetail ?? `Running ${nodeType} node ${nodeId}`;
  const started = await scope.writer.append({
    type: "node_started",
    nodeId,
    attemptId,
    payload: { nodeType, timeoutMs, ...(statusDetail !== "" && { statusDetail }) },
  });
  const attempt = new AttemptRecorder({
    scope,
    nodeId,
    attemptId,
    nodeType,
    heartbeatMs: node.heartbeatMs ?? defaultHeartbeatMs,
    statusDetail,
    context: {
      input,
      outputs: state.outputs,
      results: state.results,
      state: state.value,
      services: run.options.services ?? {},
    },
  });
  const settled = await settle(run, node, attempt, timeoutMs);
  await attempt.end();
  const { finished, event } = await recordOutcome(scope.writer, attempt, settled);
  const { error, thrown, output, json, outcome } = finished;
  const result: FlowNodeResult = {
    attemptId,
    nodeId,
    nodeType,
    outcome,
    startedAt: started.at,
    finishedAt: event.at,
    durationMs: event.payload.durationMs,
    ...(output !== undefined && { output }),
    ...(error !== undefined && { error }),
  };
  // The flow may change what it sees.
  state.finish({ ...result }, stepOf(run, attempt, result, event, json));
  return { nodeId, outcome, error, thrown, json, result };
}

/** Executes it, under its deadline, until all that it began has come to its end. */
async function settle(
  run: Run,
  node: FlowNodeDefinition,
  attempt: AttemptRecorder,
  timeoutMs: number,
): Promise<Settled> {
  const { interrupt } = run.options;
  const stopTimer =
    timeoutMs === 0
      ? undefined
      : startTimer(run.scope.host, timeoutMs, () =>
          attempt.abort(new AttemptAborted("timed_out", `Timed out after ${timeoutMs} ms`)),
        );
  const onInterrupt = (): void => attempt.abort(new AttemptAborted("cancelled", interruptedText));
  interrupt?.addEventListener("abort", onInterrupt, { once: true });
  if (run.isInterrupted) onInterrupt();
  let output: unknown;
  let thrown: unknown;
  let hasThrown = false;
  try {
    output = await execute(node, attempt, run);
  } catch (error) {
    hasThrown = true;
    thrown = error;
  } finally {
    stopTimer?.();
    interrupt?.removeEventListener("abort", onInterrupt);
  }
  const { aborted } = attempt;
  if (aborted !== undefined) {
    return { outcome: aborted.outcome, error: aborted.message, thrown: aborted };
  }
  if (hasThrown) return failure(thrown);
  try {
    const json = jsonOutput(output);
    return { outcome: "ok", output, json, recorded: await record(attempt, json) };
  } catch (error) {
    return failure(error);
  }
}

function failure(thrown: unknown): Settled {
  // A command can have a time limit of its own.
  const isLate = thrown instanceof AttemptAborted && thrown.outcome === "timed_out";
  return { outcome: isLate ? "timed_out" : "failed", error: errorText(thrown), thrown };
}

async function record(
  attempt: AttemptRecorder,
  json: JsonOutput | undefined,
): Promise<NonNullable<Settled["recorded"]>> {
  if (json === undefined) return {};
  if (isInline(json)) return { outputInline: json.value };
  const { value } = json;
  const content = typeof value === "string" ? value : { json: value };
  return { outputArtifact: await attempt.artifact(content) };
}
