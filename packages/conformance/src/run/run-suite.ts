import type { ProcessCommand, ProcessOwner } from "@flow-bundle/runtime/process";
import { applyBaseline } from "../baseline/baseline.ts";
import type { Case, Role } from "../cases/case.ts";
import { selectCases } from "../cases/select.ts";
import type { BaselineDocument, ConformanceReport } from "../generated/types.ts";
import { buildReport } from "../report/model.ts";
import { runCases, type Progress } from "./run-cases.ts";

/** What to run against which adapter. */
export interface SuiteOptions {
  readonly corpus: readonly Case[];
  readonly role: Role;
  readonly capabilities: readonly string[];
  readonly specVersions: readonly string[];
  readonly only?: readonly string[];
  readonly statuses?: readonly Case["status"][];
  readonly baseline?: BaselineDocument;
  readonly implementation: ConformanceReport["implementation"];
  readonly owner: ProcessOwner;
  readonly command: ProcessCommand;
  readonly timeoutMs: number;
  readonly jobs: number;
  readonly suiteVersion: string;
  /** The command line of this run, and of one that runs a single case. */
  readonly commandLine: string;
  readonly reproduce: (caseId: string) => string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Runs the suite against an adapter. */
export async function runSuite(options: SuiteOptions): Promise<ConformanceReport> {
  const { corpus, role, capabilities, specVersions, only, statuses, baseline, signal } = options;
  const cases = selectCases(corpus, {
    role,
    capabilities,
    specVersions,
    ...(only !== undefined && { only }),
    ...(statuses !== undefined && { statuses }),
  });
  const { results, isPartial } = await runCases(cases, {
    owner: options.owner,
    command: options.command,
    capabilities: new Set(capabilities),
    specVersions,
    timeoutMs: options.timeoutMs,
    jobs: options.jobs,
    ...(signal !== undefined && { signal }),
    ...(options.onProgress !== undefined && { onProgress: options.onProgress }),
  });
  const ids = new Set(corpus.map(({ id }) => id));
  const applied =
    baseline === undefined ? { results, shortcomings: [] } : applyBaseline(results, baseline, ids);
  return buildReport({
    suiteVersion: options.suiteVersion,
    implementation: options.implementation,
    role,
    specVersions,
    capabilities,
    command: options.commandLine,
    reproduce: options.reproduce,
    results: applied.results,
    shortcomings: applied.shortcomings,
    isPartial,
    isNarrowed: only !== undefined || statuses !== undefined,
  });
}
