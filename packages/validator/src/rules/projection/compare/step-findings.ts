import type { AttemptState } from "@flow-bundle/bundle";
import type { Step } from "@flow-bundle/schema";
import type { FindingInput } from "../../../engine/finding.ts";
import type { AlignedStep, Misfit } from "./align.ts";
import { holderOf, type Difference } from "./difference.ts";
import { outcomePlace, startPlace } from "./events.ts";
import { stepsFile } from "./files.ts";

/** A step without its outcome in the trace. */
export function aheadFinding(
  file: string,
  pointer: string,
  { attemptId, nodeId, outcome }: Step,
  attempt: AttemptState,
): FindingInput {
  return {
    file,
    pointer,
    nodeId,
    attemptId,
    message: `The step says how ${JSON.stringify(attemptId)} ended, but the trace has no node_outcome of it`,
    actual: outcome,
    related: [startPlace(attempt)],
    hint: "the writer was stopped before it wrote the event; readers go by the trace",
  };
}

/** A step that is missing, too many, or of another attempt. */
export function misfitFinding(misfit: Misfit): FindingInput {
  const { index } = misfit;
  if (misfit.misfit === "extra") {
    const { attemptId, nodeId } = misfit.step;
    return {
      file: stepsFile,
      pointer: `/${index}`,
      nodeId,
      attemptId,
      message: `The trace has no node_outcome of ${JSON.stringify(attemptId)} at this place`,
      actual: attemptId,
      hint: "steps.json has one entry for each node_outcome, in their order",
    };
  }
  const { attempt } = misfit;
  const place = {
    file: stepsFile,
    nodeId: attempt.nodeId,
    attemptId: attempt.attemptId,
    expected: attempt.attemptId,
    related: [outcomePlace(attempt)],
    hint: "steps.json has one entry for each node_outcome, in their order",
  };
  const name = JSON.stringify(attempt.attemptId);
  return misfit.misfit === "missing"
    ? {
        ...place,
        pointer: "",
        message: `The step of ${name} is missing; it would be number ${index + 1}`,
      }
    : {
        ...place,
        pointer: `/${index}/attemptId`,
        message: `The step is not that of ${name}, whose node_outcome comes here`,
        actual: misfit.step.attemptId,
      };
}

/** A field of a step that is not as the trace has it. */
export function stepFinding(
  { index, attempt }: AlignedStep,
  field: keyof Step,
  { pointer, expected, actual }: Difference,
  message: string,
  eventPointer?: string,
): FindingInput {
  const place = `/${index}/${field}${pointer}`;
  return {
    file: stepsFile,
    pointer: actual === undefined ? holderOf(place) : place,
    nodeId: attempt.nodeId,
    attemptId: attempt.attemptId,
    message,
    ...(expected !== undefined && { expected }),
    ...(actual !== undefined && { actual }),
    related: [field === "startedAt" ? startPlace(attempt) : outcomePlace(attempt, eventPointer)],
    hint: "the trace is the source of truth",
  };
}
