import type { Report } from "@flow-bundle/schema";
import type { Counts } from "./model.ts";

/** The counts of a whole report. */
export interface Totals {
  readonly bundles: number;
  readonly valid: number;
  readonly invalid: number;
  readonly undetermined: number;
  readonly findings: Counts;
}

/** Adds up the bundles of a report. */
export function totals(report: Report): Totals {
  const verdicts = { valid: 0, invalid: 0, undetermined: 0 };
  const findings = { error: 0, warning: 0, info: 0 };
  for (const { verdict, counts } of report.bundles) {
    verdicts[verdict] += 1;
    findings.error += counts.error;
    findings.warning += counts.warning;
    findings.info += counts.info;
  }
  return { bundles: report.bundles.length, ...verdicts, findings };
}
