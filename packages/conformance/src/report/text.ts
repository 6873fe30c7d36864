import { printable, printableName } from "@flow-bundle/bundle";
import type { CheckResult, ConformanceReport } from "../generated/types.ts";
import { isGood, total } from "./model.ts";
import { observedLines } from "./observed-text.ts";
import type { Renderer, RenderOptions } from "./options.ts";
import { tableLines } from "./table.ts";
import { plural } from "./words.ts";

const mostShown = 20;

/** Text for people: a table by capability, each failure with what was expected and found, and a last line that sums up. */
export const renderText: Renderer = (report, options = {}) => {
  const lines = [
    ...(report.byCapability === undefined ? [] : [...capabilityLines(report, options), ""]),
    ...failureLines(report, options),
    ...observedLines(report, options),
    ...(report.shortcomings ?? []).map((text) => `! ${printable(text, { max: 2000 })}`),
    ...lastLines(report, options),
  ];
  return lines.map((line) => `${line}\n`).join("");
};

function capabilityLines(report: ConformanceReport, { paint = plain }: RenderOptions): string[] {
  const rows = (report.byCapability ?? []).map(({ capability, cases }) => [
    capability,
    total(cases),
    cases.pass,
    cases.fail,
    cases.broken,
    cases.knownFailure,
    cases.unexpectedPass,
  ]);
  // Columns in which nothing stands are left out.
  const head = ["capability", "cases", "passed", "failed", "broken", "known", "unexpected"];
  const used = head.map((_, column) => column < 4 || rows.some((row) => row[column] !== 0));
  const kept = [head, ...rows].map((row) => row.filter((_, column) => used[column]));
  return tableLines(kept).map((line, index) => {
    if (index === 0) return paint("bold", line);
    const counts = report.byCapability?.[index - 1]?.cases;
    const bad = (counts?.fail ?? 0) + (counts?.broken ?? 0) + (counts?.unexpectedPass ?? 0);
    return bad > 0 ? paint("red", line) : line;
  });
}

function failureLines(report: ConformanceReport, options: RenderOptions): string[] {
  const failures = (report.results ?? []).filter(
    ({ status }) => status === "fail" || status === "broken" || status === "unexpected-pass",
  );
  const shown = options.isVerbose === true ? failures : failures.slice(0, mostShown);
  const left = failures.length - shown.length;
  return [
    ...shown.flatMap((result) => [...oneFailure(result, options), ""]),
    ...(left > 0 ? [`… and ${left} more; --verbose shows them all`, ""] : []),
  ];
}

function oneFailure(result: CheckResult, { paint = plain }: RenderOptions): string[] {
  const { caseId, checkId, status, title, message, requirements, detail, reason } = result;
  return [
    `${paint("red", status)}  ${paint("bold", printableName(caseId))}  ${checkId}`,
    ...(title === undefined ? [] : [`  ${printable(title)}`]),
    `  ${printable(message ?? "", { max: 2000 })}`,
    ...block("expected", result.expected),
    ...block("found", result.found),
    ...(requirements.length > 0 ? [`  requirements: ${requirements.join(", ")}`] : []),
    ...(reason === undefined ? [] : [`  reason in the baseline: ${printable(reason)}`]),
    ...block("adapter", detail),
    ...(result.reproduce === undefined
      ? []
      : [paint("dim", `  $ ${printable(result.reproduce, { max: 10_000 })}`)]),
  ];
}

/** A text of several lines under its name. */
function block(name: string, text: string | undefined): string[] {
  if (text === undefined) return [];
  const lines = text.split("\n");
  const last = lines.slice(-12).map((line) => printable(line));
  return last.map((line, index) => `  ${(index === 0 ? `${name}:` : "").padEnd(10)} ${line}`);
}

function lastLines(report: ConformanceReport, { paint = plain }: RenderOptions): string[] {
  const { name, version } = report.implementation;
  const who = `${printableName(name)}${version === undefined ? "" : ` ${printable(version)}`}`;
  if (report.partial) {
    return [paint("yellow", `interrupted: this says nothing about ${who}`)];
  }
  const { cases } = report;
  if (cases === undefined) return [];
  const parts = [
    plural(total(cases), "case"),
    `${cases.pass} passed`,
    ...(cases.fail > 0 ? [`${cases.fail} failed`] : []),
    ...(cases.broken > 0 ? [`${cases.broken} broken`] : []),
    ...(cases.unexpectedPass > 0 ? [`${cases.unexpectedPass} passed unexpectedly`] : []),
    ...(cases.knownFailure > 0 ? [`${cases.knownFailure} known failures`] : []),
    ...(cases.notApplicable > 0 ? [`${cases.notApplicable} not to be shown here`] : []),
  ].join(", ");
  const claim = {
    conforms: `${who} conforms as a ${report.role}: ${withCapabilities(report)}`,
    deviates: `${who} does not conform as a ${report.role}`,
    none: "only some cases ran, so this is no claim",
  }[report.verdict];
  return [`${paint(isGood(report) ? "green" : "red", claim)} (${parts})`];
}

function withCapabilities({ capabilities, specVersions }: ConformanceReport): string {
  return `format ${specVersions.join(" and ")}, ${["core", ...capabilities].join(", ")}`;
}

function plain(_style: string, text: string): string {
  return text;
}
