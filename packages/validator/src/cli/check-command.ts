import { printable } from "@flow-bundle/bundle";
import type { Report } from "@flow-bundle/schema";
import { emptyConfig, type Config } from "../config/config.ts";
import { createReport } from "../report/model.ts";
import type { Arguments } from "./arguments.ts";
import { discover, type Target } from "./discover.ts";
import { reportExitCode } from "./exit-code.ts";
import type { Io } from "./io.ts";
import type { CheckRequest, Outcome } from "./request.ts";
import { checkFiles, destinations, writeReports } from "./reports.ts";
import { runAll } from "./run-all.ts";
import { complain, note } from "./say.ts";
import { toolInfo } from "./version.ts";

/** Checks the bundles at the PATHs, writes the reports and returns the exit code. */
export async function checkCommand(args: Arguments, io: Io): Promise<number> {
  const list = destinations(args, io);
  const { targets, failures, notes } = discover(args.paths);
  checkFiles(args.formats, targets);
  const request = await makeRequest(args, targets, io);
  for (const text of notes) note(io, text);

  const outcomes = targets.length === 0 ? [] : await runWithProgress(targets, request, args, io);
  const report = createReport(
    toolInfo(),
    outcomes.flatMap((outcome) => ("report" in outcome ? [outcome.report] : [])),
    [
      ...failures,
      ...outcomes.flatMap((outcome) => ("failure" in outcome ? [outcome.failure] : [])),
    ],
  );
  sayFailures(report, outcomes, io);
  sayUnusedSuppressions(request, outcomes, io);
  if (outcomes.length > 0 || args.formats.length > 0) await writeReports(report, list, args, io);
  return reportExitCode(report, args.failOn);
}

async function makeRequest(
  args: Arguments,
  targets: readonly Target[],
  io: Io,
): Promise<CheckRequest> {
  const engine = {
    limits: args.limits,
    requireFinished: args.requireFinished,
    ...(args.maxFindings === undefined ? {} : { maxFindings: args.maxFindings }),
  };
  const { config: file, only, ignore } = args;
  if (file === undefined && only.length === 0 && ignore.length === 0) {
    return { engine, config: emptyConfig, fixedRules: [], today: io.today };
  }
  const { knownRules, selectRules } = await import("./rule-selection.ts");
  const known = knownRules();
  const selection = selectRules(only, ignore, known);
  let config: Config = emptyConfig;
  if (file !== undefined) {
    const { readConfig } = await import("./config-file.ts");
    config = readConfig(file, targets, known);
  }
  return {
    engine: { ...engine, ...selection },
    config,
    fixedRules: [...known.fixed],
    today: io.today,
  };
}

async function runWithProgress(
  targets: readonly Target[],
  request: CheckRequest,
  args: Arguments,
  io: Io,
): Promise<readonly Outcome[]> {
  if (args.quiet || !(await io.stderr.isTTY()))
    return runAll(targets, request, args.jobs, undefined);
  const { Progress } = await import("./progress.ts");
  const progress = new Progress(io.stderr, targets.length);
  const clear = () => progress.clear();
  // A signal may end the process while the line is there.
  process.once("exit", clear);
  try {
    return await runAll(targets, request, args.jobs, progress);
  } finally {
    process.off("exit", clear);
    clear();
  }
}

function sayFailures(report: Report, outcomes: readonly Outcome[], io: Io): void {
  for (const { path, message } of report.failures ?? []) {
    complain(io, `${printable(path)} ${printable(message)}`);
  }
  const details = outcomes.flatMap((outcome) =>
    "failure" in outcome && outcome.detail !== undefined ? [outcome.detail] : [],
  );
  if (details.length === 0) return;
  io.stderr.write(
    `This is a fault of bundle-validate, and says nothing about the bundle. Please report it with what follows:\n${details.join("\n")}\n`,
  );
}

function sayUnusedSuppressions(
  { config, today }: CheckRequest,
  outcomes: readonly Outcome[],
  io: Io,
): void {
  const used = new Set(
    outcomes.flatMap((outcome) => ("report" in outcome ? outcome.usedSuppressions : [])),
  );
  for (const [position, { rule, expires, reason }] of config.suppressions.entries()) {
    if (used.has(position)) continue;
    const name = `the suppression of ${rule} (${printable(reason)})`;
    note(
      io,
      expires < today
        ? `${name} expired on ${expires} and has no effect`
        : `${name} matched nothing`,
    );
  }
}
