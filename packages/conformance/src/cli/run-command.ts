import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createProcessOwner } from "@flow-bundle/runtime/process";
import { parseBaseline } from "../baseline/baseline.ts";
import type { Role } from "../cases/case.ts";
import { selectCases } from "../cases/select.ts";
import type { BaselineDocument, ConformanceReport } from "../generated/types.ts";
import { isGood } from "../report/model.ts";
import { shellWords } from "../report/shell-words.ts";
import { AdapterError } from "../run/run-case.ts";
import { runSuite } from "../run/run-suite.ts";
import { exitCodes } from "./exit-code.ts";
import { implementationOf } from "./implementation.ts";
import type { Io } from "./io.ts";
import type { Output } from "./option-values.ts";
import { progressLine } from "./progress.ts";
import { corpus, declared, versionsOf, type SelectionOptions } from "./selection.ts";
import { onEndSignals } from "./signals.ts";
import { UsageError } from "@flow-bundle/runtime/command-line";
import { packageVersion } from "./version.ts";
import { writeReport } from "./write-report.ts";

/** Options of `run`. */
export interface RunOptions extends SelectionOptions {
  readonly role: Role;
  readonly baseline?: string;
  /** Seconds. */
  readonly timeout: number;
  readonly jobs: number;
  readonly implementation?: string;
  readonly format?: readonly Output[];
  readonly verbose?: boolean;
}

/** `bundle-conformance run`. */
export async function runCommand(
  adapter: readonly string[],
  options: RunOptions,
  io: Io,
): Promise<number> {
  const { role, only, status, jobs, timeout } = options;
  const cases = corpus();
  const capabilities = declared(options.capability, role) ?? [];
  const specVersions = versionsOf(options.spec);
  const statuses = status === undefined ? undefined : [status];
  const selection = {
    role,
    capabilities,
    specVersions,
    ...(only !== undefined && { only }),
    ...(statuses !== undefined && { statuses }),
  };
  if (selectCases(cases, selection).length === 0) {
    throw new UsageError("no case is selected; bundle-conformance list shows which there are");
  }
  const [command = "", ...args] = adapter;
  const owner = createProcessOwner();
  const interrupted = new AbortController();
  const stopListening = onEndSignals(() => interrupted.abort());
  const progress = progressLine(io.stderr);
  const baseline = readBaseline(options, io);
  let report: ConformanceReport;
  try {
    report = await runSuite({
      ...selection,
      corpus: cases,
      ...(baseline !== undefined && { baseline }),
      implementation: implementationOf(options.implementation, adapter),
      owner,
      command: { command, args, cwd: io.directory, env: io.env },
      timeoutMs: timeout * 1000,
      jobs,
      suiteVersion: packageVersion(),
      commandLine: commandLine(options, capabilities, adapter),
      reproduce: (caseId) => commandLine({ role, only: [caseId] }, capabilities, adapter),
      signal: interrupted.signal,
      onProgress: progress.update,
    });
  } catch (error) {
    if (error instanceof AdapterError) throw new UsageError(error.message);
    throw error;
  } finally {
    progress.clear();
    stopListening();
    owner.killAll();
  }
  await writeReport(report, options.format, options.verbose === true, io);
  if (report.partial) return exitCodes.interrupted;
  return isGood(report) ? exitCodes.ok : exitCodes.failed;
}

function readBaseline({ baseline, role }: RunOptions, io: Io): BaselineDocument | undefined {
  if (baseline === undefined) return undefined;
  try {
    return parseBaseline(readFileSync(resolve(io.directory, baseline), "utf8"), role);
  } catch (error) {
    throw new UsageError(`the baseline ${baseline} cannot be used: ${(error as Error).message}`);
  }
}

function commandLine(
  options: Pick<RunOptions, "role"> & Partial<RunOptions>,
  capabilities: readonly string[],
  adapter: readonly string[],
): string {
  const { role, only = [], spec = [], status, baseline, implementation } = options;
  const flags = [
    ["--role", role],
    ...(capabilities.length > 0 ? [["--capability", capabilities.join(",")]] : []),
    ...(spec.length > 0 ? [["--spec", spec.join(",")]] : []),
    ...only.map((pattern) => ["--only", pattern]),
    ...(status === undefined ? [] : [["--status", status]]),
    ...(baseline === undefined ? [] : [["--baseline", baseline]]),
    ...(implementation === undefined ? [] : [["--implementation", implementation]]),
  ];
  return shellWords(["bundle-conformance", "run", ...flags.flat(), "--", ...adapter]);
}
