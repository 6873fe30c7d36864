import type { Rule } from "../../engine/rule.ts";
import { stepRule } from "./compare/step-rule.ts";

/** session of a step is the binding of its session; spec/text/projections.md#projection-step-session. */
export const stepSession: Rule = stepRule("projection/step-session", [
  "steps",
  "trace",
  "sessions",
]);
