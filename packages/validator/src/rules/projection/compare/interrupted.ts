import type { AttemptState } from "@flow-bundle/bundle";
import type { NodeResult, RunProjection } from "@flow-bundle/schema";
import type { BundleContext } from "../../../engine/context.ts";
import { wasInterrupted } from "../../attempt/without-outcome.ts";
import { ownValue } from "./difference.ts";
import { mustBeComplete, type Shown } from "./moments.ts";

/** The last attempt of a 1.0 run that was interrupted in it, if `results` has an entry for it. */
export function interruptedResult({ run, steps, fold }: BundleContext): AttemptState | undefined {
  const { lastAttempt } = fold;
  if (run === undefined || lastAttempt === null || lastAttempt.outcome !== null) return undefined;
  if (!wasInterrupted(fold) || resultOf(run, lastAttempt.nodeId) !== lastAttempt.attemptId) {
    return undefined;
  }
  // Where a step has it too, that is projection/steps-ahead.
  const lastSteps = [steps?.at(-1), run.steps.at(-1)];
  return lastSteps.some((step) => step?.attemptId === lastAttempt.attemptId)
    ? undefined
    : lastAttempt;
}

/**
 * True when the entry of `results` is of an attempt without outcome in the trace, and another rule says so: in 1.0
 * projection/interrupted-result or projection/steps-ahead, in an ended run attempt/outcome-missing.
 */
export function isWithoutOutcome(
  ctx: BundleContext,
  { value, state }: Shown<RunProjection>,
  nodeId: string,
): boolean {
  const attempt = state.attempt(resultOf(value, nodeId) ?? "");
  if (attempt === undefined || attempt.outcome !== null || attempt.nodeId !== nodeId) return false;
  return ctx.version === "1.0" || state.terminal !== null || mustBeComplete(ctx);
}

function resultOf({ results }: RunProjection, nodeId: string): string | undefined {
  return (ownValue(results, nodeId) as NodeResult | undefined)?.attemptId;
}
