import type { Severity } from "../engine/finding.ts";
import type { Counts } from "./model.ts";

/** Severities, worst first. */
export const severities = ["error", "warning", "info"] as const satisfies readonly Severity[];

/** True when `severity` is as bad as `threshold`, or worse. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold);
}

/** The sum over all severities; 0 when there are no counts. */
export function sumOfCounts(counts: Counts | undefined): number {
  return counts === undefined ? 0 : counts.error + counts.warning + counts.info;
}

/** How many findings of a bundle are at `threshold` or worse. */
export function countAtLeast(counts: Counts, threshold: Severity): number {
  return severities.reduce(
    (sum, severity) => sum + (atLeast(severity, threshold) ? counts[severity] : 0),
    0,
  );
}
