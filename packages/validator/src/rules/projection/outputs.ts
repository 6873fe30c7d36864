import type { Rule } from "../../engine/rule.ts";
import { resultsRule } from "./compare/run-results.ts";

/** outputs has the output of each node's last ok attempt; spec/text/projections.md#projection-outputs. */
export const outputs: Rule = resultsRule("projection/outputs", ["run", "trace", "artifacts"]);
