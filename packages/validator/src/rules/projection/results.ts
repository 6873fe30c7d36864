import type { Rule } from "../../engine/rule.ts";
import { resultsRule } from "./compare/run-results.ts";

/** results has the last finished attempt of each node; spec/text/projections.md#projection-results. */
export const results: Rule = resultsRule("projection/results", ["run", "trace"]);
