import type { Rule } from "../../engine/rule.ts";
import { currentKept } from "./current-kept.ts";
import { current } from "./current.ts";
import { error } from "./error.ts";
import { extraField } from "./extra-field.ts";
import { input } from "./input.ts";
import { interruptedResultRule } from "./interrupted-result.ts";
import { live } from "./live.ts";
import { outputValue } from "./output-value.ts";
import { outputs } from "./outputs.ts";
import { prototypeKey } from "./prototype-key.ts";
import { rawTextMissing } from "./raw-text-missing.ts";
import { results } from "./results.ts";
import { runSteps } from "./run-steps.ts";
import { sessionBindings } from "./session-bindings.ts";
import { status } from "./status.ts";
import { stepDuration } from "./step-duration.ts";
import { stepSession } from "./step-session.ts";
import { stepTexts } from "./step-texts.ts";
import { stepsAhead } from "./steps-ahead.ts";
import { steps } from "./steps.ts";
import { times } from "./times.ts";
import { upToSeq } from "./up-to-seq.ts";
import { waitingOn } from "./waiting-on.ts";

/** The rules of the area `projection` that are code. */
export const projectionRules: readonly Rule[] = [
  currentKept,
  current,
  error,
  extraField,
  input,
  interruptedResultRule,
  live,
  outputValue,
  outputs,
  prototypeKey,
  rawTextMissing,
  results,
  runSteps,
  sessionBindings,
  status,
  stepDuration,
  stepSession,
  stepTexts,
  stepsAhead,
  steps,
  times,
  upToSeq,
  waitingOn,
];
