import { escapeSegment, type AttemptState } from "@flow-bundle/bundle";
import type { RunProjection } from "@flow-bundle/schema";
import type { BundleContext } from "../../../engine/context.ts";
import { wasInterrupted } from "../../attempt/without-outcome.ts";
import { difference, holderOf, ownValue } from "./difference.ts";
import { outcomePlace } from "./events.ts";
import type { Faults } from "./faults.ts";
import { addLostKey, lostKeys } from "./lost-keys.ts";
import type { Shown } from "./moments.ts";
import { isExcused, type StepsComparison } from "./steps.ts";

/** Compares `outputs` of run.json with the output of each node's last ok attempt. */
export function compareOutputs(
  ctx: BundleContext,
  run: Shown<RunProjection>,
  steps: StepsComparison,
  faults: Faults,
): void {
  const { value, state } = run;
  const unsure = unsureNodes(run);
  for (const { nodeId, lastOk } of state.nodes) {
    if (lastOk === null || lastOk.output === null || unsure.has(nodeId)) continue;
    compareOutput(ctx, run, steps, nodeId, lastOk, faults);
  }
  for (const nodeId of Object.keys(value.outputs)) {
    if (state.node(nodeId)?.lastOk?.output || unsure.has(nodeId)) continue;
    faults.add("projection/outputs", {
      file: run.file,
      pointer: `/outputs/${escapeSegment(nodeId)}`,
      nodeId,
      message: `outputs has an entry for ${JSON.stringify(nodeId)}, of which the trace has no output`,
      actual: ownValue(value.outputs, nodeId),
      hint: "the trace is the source of truth",
    });
  }
}

function compareOutput(
  ctx: BundleContext,
  run: Shown<RunProjection>,
  steps: StepsComparison,
  nodeId: string,
  attempt: AttemptState,
  faults: Faults,
): void {
  const known = recordedOutput(ctx, steps, attempt);
  if (known === undefined) return;
  const actual = ownValue(run.value.outputs, nodeId);
  const found = difference(known.value, actual);
  if (found === undefined) return;
  const step = steps.stepOf(attempt.attemptId);
  if (step !== undefined && isExcused(steps.faultOf(step.index, "output"), actual)) return;
  if (actual === undefined && lostKeys.has(nodeId)) {
    addLostKey(run, nodeId, "outputs", faults);
    return;
  }
  const place = `/outputs/${escapeSegment(nodeId)}${found.pointer}`;
  faults.add("projection/outputs", {
    file: run.file,
    pointer: found.actual === undefined ? holderOf(place) : place,
    nodeId,
    attemptId: attempt.attemptId,
    message: describe(nodeId, known.value, actual),
    ...(found.expected !== undefined && { expected: found.expected }),
    ...(found.actual !== undefined && { actual: found.actual }),
    related: [outcomePlace(attempt, "/payload")],
    hint: "the trace is the source of truth",
  });
}

function describe(nodeId: string, expected: unknown, actual: unknown): string {
  const name = JSON.stringify(nodeId);
  if (expected === undefined) {
    return `outputs has an entry for ${name}, whose last output is too large to be repeated`;
  }
  return actual === undefined
    ? `outputs has no entry for ${name}, whose last ok attempt has an output`
    : `outputs does not have the output of the last ok attempt of ${name}`;
}

/** The output as steps.json has it, else as the trace itself has it. Undefined when it cannot be known. */
function recordedOutput(
  ctx: BundleContext,
  steps: StepsComparison,
  { attemptId, output }: AttemptState,
): { readonly value: unknown } | undefined {
  const aligned = steps.stepOf(attemptId);
  if (aligned !== undefined) {
    const { index, step } = aligned;
    return steps.isOutputUnsure(index) ? undefined : { value: ownValue(step, "output") };
  }
  return output !== null && "inline" in output && ctx.version === "1.0"
    ? { value: output.inline }
    : undefined;
}

/**
 * Nodes whose output nobody can foretell. 1.0 writers fill outputs after the step was written: that of the last attempt
 * may be absent, or be ahead, when they are stopped then. And an attempt may have lost its outcome.
 */
function unsureNodes({ state, strictness }: Shown<RunProjection>): ReadonlySet<string> {
  const unsure = new Set<string>();
  const { attempts, finishedAttempts, terminal } = state;
  if (strictness !== "open" && terminal !== null && finishedAttempts.length < attempts.length) {
    for (const { outcome, nodeId } of attempts) if (outcome === null) unsure.add(nodeId);
  }
  if (strictness === "open" || (strictness === "settled" && wasInterrupted(state))) {
    for (const attempt of [finishedAttempts.at(-1), state.lastAttempt]) {
      if (attempt) unsure.add(attempt.nodeId);
    }
  }
  return unsure;
}
