import { escapeSegment, type AttemptState, type NodeState } from "@flow-bundle/bundle";
import type { NodeResult, RunProjection } from "@flow-bundle/schema";
import type { BundleContext } from "../../../engine/context.ts";
import type { AlignedStep } from "./align.ts";
import { difference, holderOf, ownValue, type Difference } from "./difference.ts";
import { outcomePlace } from "./events.ts";
import type { Faults } from "./faults.ts";
import { isWithoutOutcome } from "./interrupted.ts";
import { addLostKey, lostKeys } from "./lost-keys.ts";
import type { Shown } from "./moments.ts";
import { isExcused, type StepsComparison } from "./steps.ts";

/** Fields by name, with the values that they have to have; undefined: absent. */
type Fields = Readonly<Record<string, unknown>>;

type SayDifference = (found: Difference, message: string) => void;

/** Compares `results` of run.json with the last finished attempt of each node. */
export function compareResults(
  ctx: BundleContext,
  run: Shown<RunProjection>,
  steps: StepsComparison,
  faults: Faults,
): void {
  const { value, state } = run;
  for (const node of state.nodes) {
    if (node.lastFinished !== null) {
      compareResult(ctx, run, steps, node, node.lastFinished, faults);
    }
  }
  for (const nodeId of Object.keys(value.results)) {
    if (state.node(nodeId)?.lastFinished || isWithoutOutcome(ctx, run, nodeId)) continue;
    faults.add("projection/results", {
      file: run.file,
      pointer: `/results/${escapeSegment(nodeId)}`,
      nodeId,
      message: `results has an entry for ${JSON.stringify(nodeId)}, of which the trace has no node_outcome`,
      actual: ownValue(value.results, nodeId),
      hint: "the trace is the source of truth",
    });
  }
}

function compareResult(
  ctx: BundleContext,
  run: Shown<RunProjection>,
  steps: StepsComparison,
  { nodeId }: NodeState,
  attempt: AttemptState,
  faults: Faults,
): void {
  const result = ownValue(run.value.results, nodeId) as NodeResult | undefined;
  const say = sayer(run, attempt, faults);
  if (result === undefined) {
    const found = { pointer: "", expected: attempt.attemptId, actual: undefined };
    if (lostKeys.has(nodeId)) addLostKey(run, nodeId, "results", faults);
    else say(found, `results has no entry for ${JSON.stringify(nodeId)}`);
    return;
  }
  if (result.attemptId !== attempt.attemptId) {
    if (isWithoutOutcome(ctx, run, nodeId)) return;
    const found = { pointer: "/attemptId", expected: attempt.attemptId, actual: result.attemptId };
    say(found, "results has another attempt than the node's last one with a node_outcome");
    return;
  }
  const aligned = steps.stepOf(attempt.attemptId);
  const expected: Fields = {
    ...fromTrace(attempt),
    ...(aligned === undefined ? timesFromTrace(ctx, attempt) : fromStep(steps, aligned)),
  };
  for (const [field, value] of Object.entries(expected)) {
    const actual = ownValue(result, field);
    const found = difference(value, actual);
    if (found === undefined) continue;
    if (aligned !== undefined && isToldOfStep(steps, aligned, field, actual)) continue;
    const place = { ...found, pointer: `/${field}${found.pointer}` };
    say(place, `${field} of the result is not that of the attempt`);
  }
}

/** True when steps.json is wrong in this field, and the result has the same, or is right: then only its rule speaks. */
function isToldOfStep(
  steps: StepsComparison,
  { index, step }: AlignedStep,
  field: string,
  actual: unknown,
): boolean {
  const fault = steps.faultOf(index, field);
  if (fault === undefined) return false;
  return difference(ownValue(step, field), actual) === undefined || isExcused(fault, actual);
}

function fromTrace({ nodeId, nodeType, outcome, error, durationMs }: AttemptState): Fields {
  return { nodeId, nodeType, outcome, error: error ?? undefined, durationMs };
}

function timesFromTrace(
  { version }: BundleContext,
  { startedAt, finishedAt }: AttemptState,
): Fields {
  return version === "1.0" ? {} : { startedAt, finishedAt };
}

/** Times and output, which steps.json has as well. */
function fromStep(steps: StepsComparison, { index, step }: AlignedStep): Fields {
  const { startedAt, finishedAt } = step;
  const isUnsure = steps.isOutputUnsure(index);
  return { startedAt, finishedAt, ...(!isUnsure && { output: ownValue(step, "output") }) };
}

function sayer(
  { file }: Shown<RunProjection>,
  attempt: AttemptState,
  faults: Faults,
): SayDifference {
  const { nodeId, attemptId } = attempt;
  return ({ pointer, expected, actual }, message) => {
    const place = `/results/${escapeSegment(nodeId)}${pointer}`;
    faults.add("projection/results", {
      file,
      pointer: actual === undefined ? holderOf(place) : place,
      nodeId,
      attemptId,
      message,
      ...(expected !== undefined && { expected }),
      ...(actual !== undefined && { actual }),
      related: [outcomePlace(attempt)],
      hint: "the trace is the source of truth",
    });
  };
}
