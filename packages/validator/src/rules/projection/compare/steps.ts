import { projectStep, type AttemptState, type FoldState } from "@flow-bundle/bundle";
import type { SessionBinding } from "@flow-bundle/schema";
import type { BundleContext } from "../../../engine/context.ts";
import type { FindingInput } from "../../../engine/finding.ts";
import { equalJson } from "../../equal.ts";
import { wasInterrupted } from "../../attempt/without-outcome.ts";
import { alignSteps, type AlignedStep, type Alignment, type Misfit } from "./align.ts";
import { usableBindings } from "./bindings.ts";
import { difference, ownValue } from "./difference.ts";
import { Faults } from "./faults.ts";
import { stepsFile } from "./files.ts";
import { momentsOf, mustBeComplete, type Moments } from "./moments.ts";
import { perBundle } from "./per-bundle.ts";
import { stepContent } from "./step-content.ts";
import { aheadFinding, misfitFinding, stepFinding } from "./step-findings.ts";
import {
  checkOutput,
  checkPromptText,
  checkRawText,
  checkRecord,
  checkSession,
  checkTimes,
  type SayStepFault,
} from "./step-fields.ts";

/** What came out when steps.json was compared with the trace. */
export interface StepsComparison {
  /** The finding of a rule, if it has one. */
  finding(ruleId: string): FindingInput | undefined;
  /** True when entries are missing, added or of other attempts or nodes: then nothing is compared with steps.json. */
  readonly misfits: boolean;
  /** The step of an attempt, when it was found in its place. */
  stepOf(attemptId: string): AlignedStep | undefined;
  /** What a field of that step has to be, where it is something else and a rule says so. */
  faultOf(index: number, field: string): StepFault | undefined;
  /** True when what the output of that step has to be is not known well enough to compare other files with it. */
  isOutputUnsure(index: number): boolean;
}

/** A field of a step that is not as the trace has it. */
export interface StepFault {
  /** The right value; undefined: absent. */
  readonly expected: unknown;
  /** True when other files may have other values all the same, because 1.0 writers deviate from the right one. */
  readonly isVague: boolean;
}

/** What released writers do; where a step shows one of these, it is the same in run.json. */
const knownDeviations: ReadonlySet<string> = new Set([
  "projection/step-session",
  "projection/raw-text-missing",
  "projection/output-value",
]);

type StepsMoment = NonNullable<Moments["steps"]>;

/** Compares steps.json with the trace, once for all rules that want to know; when everything was read. */
export const compareSteps: (ctx: BundleContext) => Promise<StepsComparison> = perBundle(
  async (ctx): Promise<StepsComparison> => {
    const faults = new Faults();
    const faulty = new Map<number, Map<string, StepFault>>();
    const unsure = new Set<number>();
    const pairs = new Map<string, AlignedStep>();
    let misfits = false;

    const { steps: moment } = momentsOf(ctx);
    if (ctx.steps !== undefined && moment !== undefined) {
      const alignment = alignSteps(ctx.steps, moment.state.finishedAttempts);
      misfits = addMisfits(ctx, moment, alignment, faults);
      const bindings = await usableBindings(ctx);
      for (const pair of alignment.pairs) {
        const own = await compareStep(ctx, moment.state, pair, bindings, faults);
        pairs.set(pair.attempt.attemptId, pair);
        if (own.faults.size > 0) faulty.set(pair.index, own.faults);
        if (own.faults.has("nodeId")) misfits = true;
        if (own.isOutputUnsure) unsure.add(pair.index);
      }
    }
    return {
      finding: (ruleId) => faults.finding(ruleId),
      misfits,
      stepOf: (attemptId) => pairs.get(attemptId),
      faultOf: (index, field) => faulty.get(index)?.get(field),
      isOutputUnsure: (index) => unsure.has(index),
    };
  },
);

/**
 * True when a run_resumed replaced the output of an attempt after the event that `run.json` is at. Then nobody can tell
 * which of the two another projection has to show.
 */
export function outputWasReplaced(
  ctx: BundleContext,
  { attemptId, nodeType, output }: AttemptState,
): boolean {
  if (ctx.version === "1.0" || mustBeComplete(ctx)) return false;
  const state = momentsOf(ctx).run?.state;
  if (state === undefined) return nodeType === "checkpoint";
  const earlier = state.attempt(attemptId);
  return earlier !== undefined && difference(earlier.output, output) !== undefined;
}

/**
 * True when steps.json is wrong in a field, and another file, which has something else there, is right: then only the
 * rule about steps.json speaks.
 */
export function isExcused(fault: StepFault | undefined, actual: unknown): boolean {
  if (fault === undefined) return false;
  return fault.isVague || difference(fault.expected, actual) === undefined;
}

async function compareStep(
  ctx: BundleContext,
  state: FoldState,
  pair: AlignedStep,
  bindings: ReadonlyMap<string, SessionBinding>,
  faults: Faults,
): Promise<{ readonly faults: Map<string, StepFault>; readonly isOutputUnsure: boolean }> {
  const { attempt, step } = pair;
  const content = await stepContent(ctx, attempt, step, bindings);
  const expected = projectStep(state, attempt, content.resolver);
  const own = new Map<string, StepFault>();
  const replaced = outputWasReplaced(ctx, attempt);
  const isOutputUnsure = replaced || content.outputIsNotJson;
  // Nearly every step of 1.1 is. In 1.0 there is more to say of times.
  if (ctx.version === "1.1" && equalJson(expected, step)) return { faults: own, isOutputUnsure };
  const say: SayStepFault = (ruleId, field, found, message, eventPointer) => {
    const isVague = ctx.version === "1.0" && !knownDeviations.has(ruleId);
    const fault = { expected: ownValue(expected, field), isVague };
    own.set(field, fault);
    // In 1.0 nobody can tell which of the two times is wrong.
    if (isVague && field === "finishedAt") own.set("startedAt", fault);
    faults.add(ruleId, stepFinding(pair, field, found, message, eventPointer));
  };
  const check = { ctx, state, attempt, step, expected, content, say };
  const receipts = checkRecord(check, replaced);
  const agree = (...names: string[]): boolean => !names.some((name) => receipts.has(name));
  checkTimes(check);
  if (agree("promptArtifact")) checkPromptText(check);
  if (agree("rawResponseArtifact", "stdoutArtifact", "stderrArtifact")) checkRawText(check);
  if (agree("sessionId")) checkSession(check, bindings);
  if (!replaced && agree("outputInline", "outputArtifact")) checkOutput(check);
  return { faults: own, isOutputUnsure };
}

/** Turns what does not fit into findings; true when there were any that put the rest into doubt. */
function addMisfits(
  ctx: BundleContext,
  moment: StepsMoment,
  { misfits, restOfSteps, restOfAttempts }: Alignment,
  faults: Faults,
): boolean {
  const { state, minimum } = moment;
  const steps = ctx.steps ?? [];
  const all: Misfit[] = [...misfits];
  for (const attempt of state.finishedAttempts.slice(restOfAttempts, minimum)) {
    all.push({ misfit: "missing", index: steps.length, attempt });
  }
  for (const [offset, step] of steps.slice(restOfSteps).entries()) {
    all.push({ misfit: "extra", index: restOfSteps + offset, step });
  }
  for (const misfit of all) {
    const open =
      misfit.misfit === "extra" ? withoutOutcome(state, misfit.step.attemptId) : undefined;
    if (open === undefined) {
      faults.add("projection/steps", misfitFinding(misfit));
    } else if (mayBeAhead(ctx, moment, open)) {
      const { index, step } = misfit as Misfit & { misfit: "extra" };
      faults.add("projection/steps-ahead", aheadFinding(stepsFile, `/${index}`, step, open));
    }
    // Else attempt/outcome-missing says that the outcome is not there.
  }
  return faults.has("projection/steps");
}

/** The attempt, if the trace has it without an outcome. */
function withoutOutcome(state: FoldState, attemptId: string): AttemptState | undefined {
  const attempt = state.attempt(attemptId);
  return attempt?.outcome === null ? attempt : undefined;
}

/** True for an attempt that goes on as far as the trace tells, or that was interrupted. */
function mayBeAhead(ctx: BundleContext, { state }: StepsMoment, attempt: AttemptState): boolean {
  if (attempt !== state.lastAttempt) return false;
  const isOver = state.terminal !== null || mustBeComplete(ctx);
  return !isOver || (ctx.version === "1.0" && wasInterrupted(state));
}
