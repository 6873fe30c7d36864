import type { Rule } from "../../engine/rule.ts";
import { stepRule } from "./compare/step-rule.ts";

/** steps.json has one entry per node_outcome, with the same record; spec/text/projections.md#projection-steps. */
export const steps: Rule = stepRule("projection/steps", ["steps", "trace"]);
