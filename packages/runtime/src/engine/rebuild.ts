import {
  prefetch,
  projectStep,
  readArtifactJson,
  readArtifactText,
  sourceContent,
} from "@flow-bundle/bundle";
import type { AttemptState, BundleSource, FoldState } from "@flow-bundle/bundle";
import type { ArtifactReference, ViewValue } from "@flow-bundle/schema";
import type { FlowNodeResult, FlowStepRecord } from "../authoring/types.ts";
import { FlowError } from "../errors.ts";
import type { LiveState } from "./state.ts";

const maxBytes = 1024 ** 3;

/**
 * The input of a run as its bundle has it.
 *
 * @throws {FlowError} `resume`, when it cannot be read.
 */
export async function readInput(source: BundleSource, fold: FoldState): Promise<unknown> {
  const { inputArtifact } = fold;
  return inputArtifact === undefined ? null : readContent(source, inputArtifact);
}

/**
 * Brings the state of a run back from its bundle. Outputs are what was recorded: JSON, and redacted.
 *
 * @throws {FlowError} `resume`, when an output cannot be read.
 */
export async function rebuild(
  state: LiveState,
  source: BundleSource,
  fold: FoldState,
): Promise<void> {
  for (const attempt of fold.finishedAttempts) await rebuildAttempt(state, source, fold, attempt);
}

/** The same for one attempt, which comes after all that the state has already. */
export async function rebuildAttempt(
  state: LiveState,
  source: BundleSource,
  fold: FoldState,
  attempt: AttemptState,
): Promise<void> {
  const [result, step] = await recordsOf(source, fold, attempt);
  state.finish(result, step);
}

/** Result and step of an attempt that ended, as a flow sees them. */
export async function recordsOf(
  source: BundleSource,
  fold: FoldState,
  attempt: AttemptState,
): Promise<[FlowNodeResult, FlowStepRecord]> {
  const resolver = await prefetch(fold, sourceContent(source), [attempt]);
  const step = projectStep(fold, attempt, resolver) as unknown as FlowStepRecord;
  // Outputs that are large are read only where the flow can see them.
  const isCurrent = fold.node(attempt.nodeId)?.lastOk === attempt;
  const output = isCurrent ? await outputOf(source, attempt.output) : step.output;
  return [resultOf(attempt, output), step];
}

/** The output of an attempt; undefined when it had none. */
export async function outputOf(source: BundleSource, output: ViewValue | null): Promise<unknown> {
  if (output === null) return undefined;
  return "inline" in output ? output.inline : readContent(source, output.artifact);
}

/** The result of an attempt that ended, as a flow sees it. */
export function resultOf(attempt: AttemptState, output: unknown): FlowNodeResult {
  const { attemptId, nodeId, nodeType, startedAt } = attempt;
  return {
    attemptId,
    nodeId,
    nodeType: nodeType as FlowNodeResult["nodeType"],
    outcome: attempt.outcome ?? "cancelled",
    startedAt,
    finishedAt: attempt.finishedAt ?? startedAt,
    durationMs: attempt.durationMs ?? 0,
    ...(output !== undefined && { output }),
    ...(attempt.error !== null && { error: attempt.error }),
  };
}

async function readContent(source: BundleSource, reference: ArtifactReference): Promise<unknown> {
  const isJson = reference.mediaType === "application/json";
  const read = isJson ? readArtifactJson : readArtifactText;
  const found = await read(source, reference, { maxBytes });
  if (found.ok) return found.value;
  throw new FlowError("resume", `${reference.path} cannot be read: ${found.message}`);
}
