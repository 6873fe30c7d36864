import type { Check } from "../check.ts";

/** The rules that found something are those of our catalogue. */
export const ruleIds: Check = {
  id: "validator/rule-ids",
  role: "validator",
  title: "names the rules that are broken",
  requirements: [],
  capability: "rule-ids",
  applies: ({ item, answer }) => item.expect.ruleIds !== undefined && answer?.verdict !== undefined,
  run({ item, answer }) {
    const wanted = new Set(item.expect.ruleIds);
    const found = new Set(answer?.ruleIds);
    const missing = [...wanted].filter((id) => !found.has(id)).toSorted();
    const extra = [...found].filter((id) => !wanted.has(id)).toSorted();
    if (missing.length === 0 && extra.length === 0) return undefined;
    const parts = [
      ...(missing.length > 0 ? [`not named: ${missing.join(", ")}`] : []),
      ...(extra.length > 0 ? [`named without a reason: ${extra.join(", ")}`] : []),
    ];
    return {
      message: parts.join("; "),
      expected: [...wanted].toSorted().join(", ") || "no rule",
      found: [...found].toSorted().join(", ") || "no rule",
    };
  },
};
