import type { Rule } from "../../engine/rule.ts";
import { stepRule } from "./compare/step-rule.ts";

/** 1.0: durationMs is the time between the step's own times; spec/text/projections.md#projection-step-duration. */
export const stepDuration: Rule = stepRule("projection/step-duration", ["steps", "trace"]);
