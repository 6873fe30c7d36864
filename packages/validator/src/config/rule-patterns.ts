import { didYouMean, nearest } from "./suggest.ts";

/** True when a pattern, a rule id or `area/*`, names the rule. */
export function matchesRule(pattern: string, ruleId: string): boolean {
  return pattern === ruleId || (isAreaPattern(pattern) && ruleId.startsWith(pattern.slice(0, -1)));
}

/**
 * Why a pattern cannot be used to change what becomes of its rules, or undefined when it can. `area/*` leaves out the
 * rules in `fixed`; to name one of them is a mistake.
 *
 * @param fixed - Rules that say that a bundle could not be judged; without them a verdict would pretend.
 */
export function patternProblem(
  pattern: string,
  ruleIds: readonly string[],
  fixed: ReadonlySet<string>,
): string | undefined {
  if (fixed.has(pattern)) {
    return `rule ${pattern} cannot be changed: it says that a bundle could not be judged`;
  }
  return unknownPattern(pattern, ruleIds);
}

/** Why a pattern names no rule, with the nearest that does; undefined when it names one. */
export function unknownPattern(pattern: string, ruleIds: readonly string[]): string | undefined {
  if (ruleIds.some((id) => matchesRule(pattern, id))) return undefined;
  return `unknown rule ${pattern}${ruleSuggestion(pattern, ruleIds)}`;
}

/** True for `area/*`, which stands for all rules of an area. */
function isAreaPattern(pattern: string): boolean {
  return /^[^/]+\/\*$/.test(pattern);
}

function ruleSuggestion(pattern: string, ruleIds: readonly string[]): string {
  if (isAreaPattern(pattern)) {
    const areas = new Set(ruleIds.map((id) => id.slice(0, id.indexOf("/") + 1)));
    return didYouMean(
      pattern,
      [...areas].map((area) => `${area}*`),
    );
  }
  if (!pattern.includes("/")) {
    const area = ruleIds.some((id) => id.startsWith(`${pattern}/`));
    if (area) return `; did you mean ${pattern}/*?`;
    // `trace-seq` is the requirement's spelling, `seq` the last part alone.
    const slug = ruleIds.find(
      (id) => id.replace("/", "-") === pattern || id.endsWith(`/${pattern}`),
    );
    if (slug !== undefined) return `; did you mean ${slug}?`;
  }
  const best = nearest(pattern, ruleIds);
  return best === undefined ? "; --list-rules prints them all" : `; did you mean ${best}?`;
}
