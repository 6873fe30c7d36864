import type { Step } from "@flow-bundle/schema";
import type { BundleContext } from "../../../engine/context.ts";
import type { FindingInput } from "../../../engine/finding.ts";
import { wasInterrupted } from "../../attempt/without-outcome.ts";
import { difference, holderOf, ownValue } from "./difference.ts";
import { Faults } from "./faults.ts";
import { runFile, stepsFile } from "./files.ts";
import { momentsOf, mustBeComplete } from "./moments.ts";
import { aheadFinding } from "./step-findings.ts";
import { isExcused, outputWasReplaced, type StepsComparison } from "./steps.ts";

const ruleId = "projection/run-steps";

/** The last step of run.json, when it is one more than steps.json has, of the attempt that the trace has open. */
export function stepAheadInRun({ run, steps, fold }: BundleContext): Step | undefined {
  const step = run?.steps.at(-1);
  const { lastAttempt } = fold;
  if (
    run === undefined ||
    step === undefined ||
    lastAttempt === null ||
    lastAttempt.outcome !== null
  ) {
    return undefined;
  }
  const isAhead = run.steps.length === fold.finishedAttempts.length + 1;
  const isAlone = steps === undefined || steps.length < run.steps.length;
  return isAhead && isAlone && step.attemptId === lastAttempt.attemptId ? step : undefined;
}

/** 1.0: run.json alone is one step ahead of the trace, because its writer was stopped right after it. */
export function aheadInRun(ctx: BundleContext): FindingInput | undefined {
  const { lastAttempt } = ctx.fold;
  const step = mayBeLonger(ctx) ? stepAheadInRun(ctx) : undefined;
  if (step === undefined || lastAttempt === null) return undefined;
  return aheadFinding(runFile, `/steps/${ctx.fold.finishedAttempts.length}`, step, lastAttempt);
}

/** Compares `steps` of run.json with steps.json. */
export function compareRunSteps(
  ctx: BundleContext,
  comparison: StepsComparison,
): FindingInput | undefined {
  const own = ctx.run?.steps ?? [];
  const steps = ctx.steps ?? [];
  // What is wrong with steps.json itself was said.
  if (comparison.misfits) return undefined;
  const faults = new Faults();
  const length = Math.min(own.length, steps.length);
  for (let index = 0; index < length; index += 1) {
    const [mine, step] = [own[index] as Step, steps[index] as Step];
    // The engine makes one object of equal steps.
    if (mine === step) continue;
    if (mine.attemptId !== step.attemptId) {
      faults.add(ruleId, otherAttempt(index, step, mine));
      return faults.finding(ruleId);
    }
    compareFields(ctx, comparison, index, step, mine, faults);
  }
  const expected = expectedLength(ctx);
  if (own.length !== expected && !(own.length === expected + 1 && mayBeLonger(ctx))) {
    faults.add(ruleId, {
      file: runFile,
      pointer: "/steps",
      message: `run.json has ${own.length} steps`,
      expected: `${expected} steps`,
      actual: `${own.length} steps`,
      related: [{ file: stepsFile, pointer: "" }],
      hint: "steps of run.json is a copy of steps.json",
    });
  }
  return faults.finding(ruleId);
}

/** So many steps run.json has to have: in 1.1 those up to its own upToSeq, which may be less than steps.json has. */
function expectedLength(ctx: BundleContext): number {
  const { run } = momentsOf(ctx);
  const lags = run?.strictness === "exact" && !mustBeComplete(ctx);
  return lags ? run.state.finishedAttempts.length : (ctx.steps?.length ?? 0);
}

/** 1.0 writers write run.json first; when they are stopped then, it has one step more. */
function mayBeLonger({ version, finished, status, fold }: BundleContext): boolean {
  return version === "1.0" && ((!finished && status !== "waiting") || wasInterrupted(fold));
}

function compareFields(
  ctx: BundleContext,
  comparison: StepsComparison,
  index: number,
  step: Step,
  mine: Step,
  faults: Faults,
): void {
  const attempt = comparison.stepOf(step.attemptId)?.attempt;
  const replaced = attempt !== undefined && outputWasReplaced(ctx, attempt);
  for (const field of new Set([...Object.keys(step), ...Object.keys(mine)])) {
    if (replaced && (field === "output" || field === "trace")) continue;
    const found = difference(ownValue(step, field), ownValue(mine, field));
    if (found === undefined) continue;
    if (isExcused(comparison.faultOf(index, field), ownValue(mine, field))) continue;
    const place = `/${field}${found.pointer}`;
    faults.add(ruleId, {
      file: runFile,
      pointer: `/steps/${index}${found.actual === undefined ? holderOf(place) : place}`,
      nodeId: step.nodeId,
      attemptId: step.attemptId,
      message: `${field} of the step is not what steps.json has`,
      ...(found.expected !== undefined && { expected: found.expected }),
      ...(found.actual !== undefined && { actual: found.actual }),
      related: [
        {
          file: stepsFile,
          pointer: `/${index}${found.expected === undefined ? holderOf(place) : place}`,
        },
      ],
      hint: "steps of run.json is a copy of steps.json",
    });
  }
}

function otherAttempt(index: number, step: Step, mine: Step): FindingInput {
  return {
    file: runFile,
    pointer: `/steps/${index}/attemptId`,
    nodeId: step.nodeId,
    attemptId: step.attemptId,
    message: "The step is of another attempt than the one that steps.json has in its place",
    expected: step.attemptId,
    actual: mine.attemptId,
    related: [{ file: stepsFile, pointer: `/${index}/attemptId` }],
    hint: "steps of run.json is a copy of steps.json",
  };
}
