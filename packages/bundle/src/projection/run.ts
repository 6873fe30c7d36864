import type { RunProjection, Step } from "@flow-bundle/schema";
import type { FoldState } from "../fold/fold.ts";
import type { AttemptState } from "../fold/state.ts";
import { repeatedValue } from "./content.ts";
import { limitOf } from "./limit.ts";
import { projectLive } from "./live.ts";
import type { ProjectionResolver } from "./resolver.ts";
import { projectSteps } from "./steps.ts";

/**
 * The content of `projections/run.json`. `outputs` and `results` have no prototype, so that every node id is an ordinary
 * key. A caller that keeps steps hands them in.
 */
export function projectRun(
  fold: FoldState,
  resolver: ProjectionResolver,
  steps?: Step[],
): RunProjection {
  const limit = limitOf(fold.version);
  const { inputArtifact } = fold;
  const input = inputArtifact && repeatedValue({ artifact: inputArtifact }, resolver, limit);
  const outputs: RunProjection["outputs"] = Object.create(null);
  const results: RunProjection["results"] = Object.create(null);
  for (const { nodeId, lastFinished, lastOk } of fold.nodes) {
    if (lastFinished !== null) results[nodeId] = resultOf(lastFinished, resolver, limit);
    const output = lastOk === null ? undefined : repeatedValue(lastOk.output, resolver, limit);
    if (output !== undefined) outputs[nodeId] = output.value;
  }
  return {
    ...projectLive(fold, resolver),
    ...(input !== undefined && { input: input.value }),
    outputs,
    results,
    steps: steps ?? projectSteps(fold, resolver),
  };
}

function resultOf(
  attempt: AttemptState,
  resolver: ProjectionResolver,
  limit: number,
): RunProjection["results"][string] {
  const output = repeatedValue(attempt.output, resolver, limit);
  return {
    attemptId: attempt.attemptId,
    nodeId: attempt.nodeId,
    nodeType: attempt.nodeType,
    outcome: attempt.outcome ?? "cancelled",
    startedAt: attempt.startedAt,
    finishedAt: attempt.finishedAt ?? attempt.startedAt,
    durationMs: attempt.durationMs ?? 0,
    ...(output !== undefined && { output: output.value }),
    ...(attempt.error !== null && { error: attempt.error }),
  };
}
