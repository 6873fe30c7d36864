import type { Rule } from "../../engine/rule.ts";
import { stepRule } from "./compare/step-rule.ts";

/** promptText and rawText are the texts of the artifacts; spec/text/projections.md#projection-step-texts. */
export const stepTexts: Rule = stepRule("projection/step-texts", ["steps", "trace", "artifacts"]);
