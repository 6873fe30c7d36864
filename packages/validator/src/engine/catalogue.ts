import { rules, type RuleInfo } from "@flow-bundle/schema";
import type { Severity } from "./finding.ts";

/** The rule catalogue by id. */
export const catalogue: ReadonlyMap<string, RuleInfo> = new Map(
  rules.map((rule) => [rule.id, rule]),
);

/** Severity of a rule for bundles of a version, as the catalogue has it. Throws for ids that are not in it. */
export function catalogueSeverity(ruleId: string, version: "1.0" | "1.1"): Severity | "off" {
  const rule = catalogue.get(ruleId);
  if (rule === undefined) throw new Error(`Rule ${ruleId} is not in the catalogue`);
  return rule.severity[version];
}
