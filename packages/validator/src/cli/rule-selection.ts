import { rules } from "@flow-bundle/schema";
import { matchesRule, patternProblem, unknownPattern } from "../config/rule-patterns.ts";
import type { KnownRules } from "../config/parse.ts";
import { UsageError } from "./usage-error.ts";

/** The ids of all rules, and those whose findings say that a bundle could not be judged. */
export function knownRules(): KnownRules {
  return {
    ids: rules.map(({ id }) => id),
    fixed: new Set(rules.filter(({ undetermined }) => undetermined).map(({ id }) => id)),
  };
}

/**
 * The rules that --only and --ignore leave, as options of the engine. Rules that say that a bundle could not be judged
 * always stay: without them a verdict would pretend.
 */
export function selectRules(
  only: readonly string[],
  ignore: readonly string[],
  known: KnownRules,
): { readonly only?: readonly string[]; readonly ignore?: readonly string[] } {
  const fault = [
    ...only.map((pattern) => ({ option: "--only", problem: unknownPattern(pattern, known.ids) })),
    ...ignore.map((pattern) => ({
      option: "--ignore",
      problem: patternProblem(pattern, known.ids, known.fixed),
    })),
  ].find(({ problem }) => problem !== undefined);
  if (fault !== undefined) throw new UsageError(`${fault.option}: ${fault.problem}`);

  return {
    ...(only.length === 0
      ? {}
      : { only: known.ids.filter((id) => known.fixed.has(id) || matchesAny(only, id)) }),
    ...(ignore.length === 0
      ? {}
      : { ignore: known.ids.filter((id) => !known.fixed.has(id) && matchesAny(ignore, id)) }),
  };
}

function matchesAny(patterns: readonly string[], id: string): boolean {
  return patterns.some((pattern) => matchesRule(pattern, id));
}
