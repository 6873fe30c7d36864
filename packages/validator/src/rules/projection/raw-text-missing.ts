import type { Rule } from "../../engine/rule.ts";
import { stepRule } from "./compare/step-rule.ts";

/** rawText is there when the attempt has a raw artifact; spec/text/projections.md#projection-step-texts. */
export const rawTextMissing: Rule = stepRule("projection/raw-text-missing", [
  "steps",
  "trace",
  "artifacts",
]);
