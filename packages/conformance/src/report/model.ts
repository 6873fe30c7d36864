import type { CaseCounts, CheckResult, ConformanceReport } from "../generated/types.ts";

/** Identifier of reports. */
export const reportSchema: ConformanceReport["schema"] = "flow-run-bundle.conformance-report.v1";

/** What a report is made of. */
export interface ReportParts {
  readonly suiteVersion: string;
  readonly implementation: ConformanceReport["implementation"];
  readonly role: ConformanceReport["role"];
  readonly specVersions: readonly string[];
  readonly capabilities: readonly string[];
  /** The command line of this run. */
  readonly command: string;
  /** The command line that runs one case alone. */
  readonly reproduce: (caseId: string) => string;
  readonly results: readonly CheckResult[];
  readonly isPartial: boolean;
  readonly isNarrowed: boolean;
  readonly shortcomings: readonly string[];
}

/** Statuses by how much they weigh for a case; the worst comes first. */
const byWeight = [
  "broken",
  "fail",
  "unexpected-pass",
  "known-failure",
  "pass",
  "not-applicable",
] as const satisfies readonly CheckResult["status"][];

const countOf = {
  broken: "broken",
  fail: "fail",
  "unexpected-pass": "unexpectedPass",
  "known-failure": "knownFailure",
  pass: "pass",
  "not-applicable": "notApplicable",
} as const satisfies Record<CheckResult["status"], keyof CaseCounts>;

/** Puts everything together: the one object that every format is rendered from. */
export function buildReport(parts: ReportParts): ConformanceReport {
  const { results, capabilities, isPartial, isNarrowed, reproduce } = parts;
  const names = ["core", ...capabilities];
  const byCapability = names.map((capability) => ({
    capability,
    cases: countCases(results.filter((result) => isOf(result, capability))),
  }));
  const untested = byCapability
    .filter(({ capability, cases }) => capability !== "core" && ran(cases) === 0)
    .map(({ capability }) => `the capability ${capability} was declared, and no case exercised it`);
  const complete = !isPartial && !isNarrowed;
  const shortcomings = [...parts.shortcomings, ...(complete ? untested : [])];
  const cases = countCases(results);
  const passes = cases.pass > 0 && ran(cases) === cases.pass && shortcomings.length === 0;
  return {
    schema: reportSchema,
    suite: { name: "bundle-conformance", version: parts.suiteVersion },
    implementation: parts.implementation,
    role: parts.role,
    specVersions: [...parts.specVersions],
    capabilities: [...capabilities],
    command: parts.command,
    partial: isPartial,
    narrowed: isNarrowed,
    verdict: complete ? (passes ? "conforms" : "deviates") : "none",
    shortcomings,
    cases,
    byCapability,
    results: results.map((result) =>
      result.status === "pass" || result.status === "not-applicable"
        ? result
        : { ...result, reproduce: reproduce(result.caseId) },
    ),
  };
}

/** Whether a report lets the command end well: nothing failed that was not known, and it is whole. */
export function isGood({ partial, shortcomings = [], cases }: ConformanceReport): boolean {
  const { fail = 0, broken = 0, unexpectedPass = 0 } = cases ?? {};
  return !partial && shortcomings.length === 0 && fail + broken + unexpectedPass === 0;
}

/** Counts cases by the worst of their results. */
export function countCases(results: readonly CheckResult[]): CaseCounts {
  const worst = new Map<string, CheckResult["status"]>();
  for (const { caseId, status } of results) {
    const before = worst.get(caseId);
    if (before === undefined || byWeight.indexOf(status) < byWeight.indexOf(before)) {
      worst.set(caseId, status);
    }
  }
  const counts: CaseCounts = {
    pass: 0,
    fail: 0,
    broken: 0,
    knownFailure: 0,
    unexpectedPass: 0,
    notApplicable: 0,
  };
  for (const status of worst.values()) counts[countOf[status]] += 1;
  return counts;
}

/** How many cases there are. */
export function total(counts: CaseCounts): number {
  return ran(counts) + counts.notApplicable;
}

function ran({ pass, fail, broken, knownFailure, unexpectedPass }: CaseCounts): number {
  return pass + fail + broken + knownFailure + unexpectedPass;
}

function isOf(result: CheckResult, capability: string): boolean {
  if (capability === "core") return result.capabilities.length === 0;
  return result.capabilities.includes(capability);
}
