import type { BundleReport, Finding } from "@flow-bundle/schema";
import { occurrences, type SuppressedFinding } from "../report/model.ts";
import type { Suppression } from "./config.ts";
import { glob } from "./glob.ts";
import { matchesRule } from "./rule-patterns.ts";

/** A report after its suppressions, and which of them matched something (by their position in the configuration). */
export interface SuppressedReport {
  readonly report: BundleReport;
  readonly used: readonly number[];
}

/**
 * Takes the findings that the configuration accepts out of a report and of its counts, and lists them apart. A verdict
 * is taken back only when everything that led to it is listed and suppressed. Findings of the rules in `fixed` stay:
 * they say that the bundle could not be judged.
 *
 * @param today - YYYY-MM-DD; suppressions that expired before it have no effect.
 */
export function suppress(
  report: BundleReport,
  suppressions: readonly Suppression[],
  today: string,
  fixed: ReadonlySet<string>,
): SuppressedReport {
  const active = suppressions.flatMap((suppression, position) =>
    suppression.expires < today ||
    (suppression.bundle !== undefined && !glob(suppression.bundle)(report.path))
      ? []
      : [{ position, suppression, matches: matcher(suppression) }],
  );
  if (active.length === 0) return { report, used: [] };

  const used = new Set<number>();
  const suppressed: SuppressedFinding[] = [];
  const findings: Finding[] = [];
  const counts = { ...report.counts };
  for (const finding of report.findings) {
    const found = fixed.has(finding.ruleId)
      ? undefined
      : active.findLast(({ matches }) => matches(finding));
    if (found === undefined) {
      findings.push(finding);
      continue;
    }
    const { reason, expires } = found.suppression;
    used.add(found.position);
    suppressed.push({ reason, expires, finding });
    counts[finding.severity] -= occurrences(finding);
  }
  if (suppressed.length === 0) return { report, used: [] };
  const changed: BundleReport = { ...report, counts, findings, suppressed };
  return { report: { ...changed, verdict: verdictOf(changed, fixed) }, used: [...used] };
}

function verdictOf(report: BundleReport, fixed: ReadonlySet<string>): BundleReport["verdict"] {
  if (report.verdict !== "invalid" || (report.unlisted?.error ?? 0) > 0) return report.verdict;
  const errors = report.findings.filter(({ severity }) => severity === "error");
  if (errors.some(({ ruleId }) => !fixed.has(ruleId))) return "invalid";
  return errors.length > 0 ? "undetermined" : "valid";
}

function matcher(suppression: Suppression): (finding: Finding) => boolean {
  const { rule, file, pointer, attemptId, fingerprint } = suppression;
  const matchesFile = file === undefined ? () => true : glob(file);
  return (finding) =>
    matchesRule(rule, finding.ruleId) &&
    matchesFile(finding.file) &&
    (pointer === undefined || finding.pointer === pointer) &&
    (attemptId === undefined || finding.attemptId === attemptId) &&
    (fingerprint === undefined || finding.fingerprint === fingerprint);
}
