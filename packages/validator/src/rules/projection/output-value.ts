import type { Rule } from "../../engine/rule.ts";
import { stepRule } from "./compare/step-rule.ts";

/** output of a step is the recorded output; spec/text/projections.md#projection-output-value. */
export const outputValue: Rule = stepRule("projection/output-value", [
  "steps",
  "trace",
  "artifacts",
]);
