import { printable, printableName } from "@flow-bundle/bundle";
import type { BundleReport, Finding, Report } from "@flow-bundle/schema";
import { detailsOf, messageOf, placeOf } from "./details.ts";
import { occurrences, type RenderOptions } from "./model.ts";
import { paint, type Paint } from "./paint.ts";
import { atLeast, countAtLeast, sumOfCounts } from "./severity.ts";
import { totals } from "./totals.ts";
import { bytesInWords, countsInWords, plural } from "./words.ts";

/** For people: a line for each bundle, its findings by file, and a summary when there are several bundles. */
export function renderText(report: Report, options: RenderOptions = {}): string {
  const { failOn = "error", quiet = false } = options;
  const ink = paint(options.color ?? false);
  const blocks: string[][] = [];
  for (const bundle of report.bundles) {
    const passed = bundle.verdict !== "undetermined" && countAtLeast(bundle.counts, failOn) === 0;
    if (quiet && passed) continue;
    blocks.push(
      bundleBlock(bundle, quiet ? (finding) => atLeast(finding.severity, failOn) : () => true, ink),
    );
  }
  for (const { path, message } of report.failures ?? []) {
    blocks.push([
      `${ink.red("not validated")}  ${ink.bold(printableName(path))}: ${printable(message)}`,
    ]);
  }
  if (!quiet) {
    const summary = summaryBlock(report, options);
    if (summary.length > 0) blocks.push(summary);
  }
  return blocks
    .map((block, index) => separator(blocks, index) + block.map((line) => `${line}\n`).join(""))
    .join("");
}

/** An empty line around blocks of several lines; bundles without findings stand close together. */
function separator(blocks: readonly string[][], index: number): string {
  if (index === 0) return "";
  const long = [blocks[index - 1], blocks[index]].some((block) => (block?.length ?? 0) > 1);
  return long || index === blocks.length - 1 ? "\n" : "";
}

function bundleBlock(
  bundle: BundleReport,
  wanted: (finding: Finding) => boolean,
  ink: Paint,
): string[] {
  const findings = bundle.findings.filter(wanted);
  return [
    headLine(bundle, ink),
    ...[...Map.groupBy(findings, (finding) => finding.file)].flatMap(([file, list]) =>
      fileLines(file, list, ink),
    ),
    ...notes(bundle, ink),
  ];
}

function headLine(bundle: BundleReport, ink: Paint): string {
  const { verdict, path, runStatus, specVersion, counts, facts } = bundle;
  const color = { valid: ink.green, invalid: ink.red, undetermined: ink.yellow }[verdict];
  const what = [
    ...(runStatus === null ? [] : [printable(runStatus, { max: 40 })]),
    ...(specVersion === null ? [] : [`format ${printable(specVersion, { max: 40 })}`]),
  ].join(", ");
  const size = [
    plural(facts.events, "event"),
    plural(facts.attempts, "attempt"),
    plural(facts.sessions, "session"),
    plural(facts.artifacts, "artifact"),
    bytesInWords(facts.bytes),
  ].join(", ");
  return [
    `${ink.bold(color(verdict))}  ${ink.bold(printableName(path))}${what === "" ? "" : ` (${what})`}: `,
    countsInWords(counts),
    ink.dim(`; ${size}`),
  ].join("");
}

function fileLines(file: string, findings: readonly Finding[], ink: Paint): string[] {
  const width = Math.min(14, Math.max(...findings.map((finding) => placeOf(finding).length)));
  const color = { error: ink.red, warning: ink.yellow, info: ink.cyan };
  const indent = " ".repeat(4 + (width === 0 ? 0 : width + 2));
  const lines = ["", `  ${ink.underline(file === "" ? "(the bundle)" : printableName(file))}`];
  for (const finding of findings) {
    const place = width === 0 ? "" : `${placeOf(finding).padStart(width)}  `;
    const severity = color[finding.severity](finding.severity.padEnd(7));
    lines.push(`    ${place}${severity}  ${ink.bold(finding.ruleId)}  ${messageOf(finding)}`);
    for (const detail of detailsOf(finding)) lines.push(ink.dim(`${indent}         ${detail}`));
  }
  return lines;
}

/** What was not looked at, not listed or silenced. */
function notes(bundle: BundleReport, ink: Paint): string[] {
  const lines: string[] = [];
  const { suppressed = [], limits = [], rules } = bundle;
  const unlisted = sumOfCounts(bundle.unlisted);
  if (unlisted > 0) lines.push(`  not listed: ${plural(unlisted, "more finding")}, counted above`);
  for (const limit of limits) lines.push(`  not read because of ${limitLine(limit)}`);
  for (const [reason, list] of Map.groupBy(suppressed, (entry) => entry.reason)) {
    const count = list.reduce((sum, { finding }) => sum + occurrences(finding), 0);
    const ids = [...new Set(list.map(({ finding }) => finding.ruleId))];
    lines.push(`  suppressed: ${plural(count, "finding")} of ${someOf(ids)}: ${printable(reason)}`);
  }
  for (const [because, list] of Map.groupBy(rules.notEvaluated, (entry) => entry.because)) {
    const ids = list.map(({ ruleId }) => ruleId);
    lines.push(
      `  not evaluated because of ${printable(because)}: ${plural(ids.length, "rule")} (${someOf(ids)})`,
    );
  }
  return lines.length === 0 ? [] : ["", ...lines.map((line) => ink.dim(line))];
}

function limitLine(limit: NonNullable<BundleReport["limits"]>[number]): string {
  const unread = [
    ...(limit.unreadBytes === undefined ? [] : [plural(limit.unreadBytes, "byte")]),
    ...(limit.unreadLines === undefined ? [] : [plural(limit.unreadLines, "line")]),
    ...(limit.unreadFiles === undefined ? [] : [plural(limit.unreadFiles, "file")]),
  ].join(", ");
  const where = limit.file === undefined ? "" : ` in ${printableName(limit.file)}`;
  return `${limit.ruleId} (limit ${limit.limit})${unread === "" && where === "" ? "" : `: ${unread === "" ? "content" : unread}${where}`}`;
}

function someOf(ids: readonly string[]): string {
  const shown = ids.slice(0, 4).join(", ");
  return ids.length > 4 ? `${shown} and ${ids.length - 4} more` : shown;
}

function summaryBlock(report: Report, options: RenderOptions): string[] {
  const { failOn = "error" } = options;
  const sum = totals(report);
  const failures = report.failures?.length ?? 0;
  const lines: string[] = [];
  if (sum.bundles + failures > 1) {
    const verdicts = [
      `${sum.valid} valid`,
      `${sum.invalid} invalid`,
      `${sum.undetermined} undetermined`,
      ...(failures === 0 ? [] : [`${failures} not validated`]),
    ];
    lines.push(
      `${plural(sum.bundles + failures, "bundle")}: ${verdicts.join(", ")}; ${countsInWords(sum.findings)}`,
    );
  }
  const strict = report.bundles.filter(
    ({ verdict, counts }) => verdict === "valid" && countAtLeast(counts, failOn) > 0,
  ).length;
  if (strict > 0) {
    lines.push(
      `${plural(strict, "valid bundle")} fail${strict === 1 ? "s" : ""} because of --fail-on ${failOn}`,
    );
  }
  return lines;
}
