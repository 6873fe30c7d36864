import type { Rule } from "../../engine/rule.ts";
import { resultsRule } from "./compare/run-results.ts";

/** results and outputs have entries for every node id; spec/text/projections.md#projection-prototype-key. */
export const prototypeKey: Rule = resultsRule("projection/prototype-key", ["run", "trace"]);
