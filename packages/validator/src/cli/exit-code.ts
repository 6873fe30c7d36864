import type { BundleReport, Report } from "@flow-bundle/schema";
import type { Severity } from "../engine/finding.ts";
import { countAtLeast } from "../report/severity.ts";

/** Exit codes of the command. Only `valid` and `invalid` are verdicts. */
export const exitCodes = {
  valid: 0,
  invalid: 1,
  usage: 2,
  undetermined: 3,
  bug: 70,
  interrupted: 130,
} as const;

/** The exit code of one bundle alone. */
export function bundleExitCode({ verdict, counts }: BundleReport, failOn: Severity): number {
  if (verdict === "undetermined") return exitCodes.undetermined;
  // A verdict depends on errors only; --fail-on can be stricter.
  return verdict === "invalid" || countAtLeast(counts, failOn) > 0
    ? exitCodes.invalid
    : exitCodes.valid;
}

/** The exit code of a whole report: the gravest of its parts. */
export function reportExitCode(report: Report, failOn: Severity): number {
  return gravest([
    ...report.bundles.map((bundle) => bundleExitCode(bundle, failOn)),
    ...(report.failures ?? []).map(({ exitCode }) => exitCode),
  ]);
}

const byGravity = [
  exitCodes.bug,
  exitCodes.usage,
  exitCodes.invalid,
  exitCodes.undetermined,
  exitCodes.valid,
];

/** Of several exit codes the one that wins: a fault of ours, wrong usage, invalid, undetermined, valid. */
export function gravest(codes: readonly number[]): number {
  return byGravity.find((code) => codes.includes(code)) ?? exitCodes.valid;
}
