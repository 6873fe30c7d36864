import type { FoldState } from "@flow-bundle/bundle";
import type { LiveProjection, RunProjection } from "@flow-bundle/schema";
import type { BundleContext } from "../../../engine/context.ts";
import type { FindingInput } from "../../../engine/finding.ts";
import { wasInterrupted } from "../../attempt/without-outcome.ts";
import { fieldFinding, type Words } from "./fields.ts";
import type { Shown } from "./moments.ts";

/** The fields that speak of the open attempt: all of them are there, or none. */
export const currentFields = [
  "currentNode",
  "currentAttemptId",
  "currentNodeType",
  "currentNodeStartedAt",
  "lastHeartbeatAt",
] as const;

type ShownProjection = Shown<RunProjection | LiveProjection>;

const words: Words = { what: "that of the open attempt", whyAbsent: "no attempt is open" };

/** True when a projection still names the attempt in which the run was interrupted. */
export function keepsCurrent({ value, state }: ShownProjection): boolean {
  const { lastAttempt } = state;
  if (lastAttempt === null || !wasInterrupted(state)) return false;
  return (
    value.currentAttemptId === lastAttempt.attemptId &&
    value.currentNode === lastAttempt.nodeId &&
    value.currentNodeType === lastAttempt.nodeType
  );
}

/** The first of the fields that is not as the trace has it, whatever the times in them. */
export function currentFinding(
  ctx: BundleContext,
  shown: ShownProjection,
): FindingInput | undefined {
  return shown.strictness === "open" ? openFinding(ctx, shown) : firstFinding(shown, shown.state);
}

/** 1.0: the projection is as far as the trace, or one event ahead: an outcome, or the start of the next attempt. */
function openFinding(ctx: BundleContext, shown: ShownProjection): FindingInput | undefined {
  const { value, state } = shown;
  if (state.terminal !== null) return undefined;
  const named = value.currentAttemptId;
  const { openAttempt } = state;
  if (named === undefined) {
    const isNoneThere = currentFields.every((field) => value[field] === undefined);
    if (isNoneThere && hasStepOf(ctx, openAttempt?.attemptId)) return undefined;
  } else if (openAttempt === null && state.attempt(named) === undefined) {
    return undefined;
  }
  return firstFinding(shown, state);
}

function hasStepOf({ run, steps }: BundleContext, attemptId: string | undefined): boolean {
  const lastSteps = [run?.steps.at(-1), steps?.at(-1)];
  return lastSteps.some((step) => step !== undefined && step.attemptId === attemptId);
}

function firstFinding(
  shown: ShownProjection,
  { openAttempt }: FoldState,
): FindingInput | undefined {
  const { value } = shown;
  const expected = {
    currentNode: openAttempt?.nodeId,
    currentAttemptId: openAttempt?.attemptId,
    currentNodeType: openAttempt?.nodeType,
    // What the times are is projection/times; here it counts that they are there.
    currentNodeStartedAt:
      openAttempt === null ? undefined : (value.currentNodeStartedAt ?? openAttempt.startedAt),
    lastHeartbeatAt:
      openAttempt === null ? undefined : (value.lastHeartbeatAt ?? shown.state.lastHeartbeatAt),
  };
  for (const field of currentFields) {
    const finding = fieldFinding(shown, field, expected[field], words);
    if (finding === undefined) continue;
    return openAttempt === null
      ? finding
      : { ...finding, nodeId: openAttempt.nodeId, attemptId: openAttempt.attemptId };
  }
  return undefined;
}
