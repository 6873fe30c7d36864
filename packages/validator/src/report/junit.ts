import { printable } from "@flow-bundle/bundle";
import type { BundleReport, Finding, Report } from "@flow-bundle/schema";
import { detailsOf, messageOf, placeOf } from "./details.ts";
import type { Failure, RenderOptions } from "./model.ts";
import { atLeast, sumOfCounts } from "./severity.ts";
import { countsInWords } from "./words.ts";

/** The tests of a suite and how they came out. */
interface Suite {
  readonly name: string;
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
  readonly lines: readonly string[];
}

/**
 * JUnit XML: a suite for each bundle, a test case for each rule that was applied or not evaluated, which fails when the
 * rule has findings at `failOn` or worse. Counts of findings are properties of the suite.
 */
export function renderJunit(report: Report, options: RenderOptions = {}): string {
  const suites = [
    ...report.bundles.map((bundle) => bundleSuite(bundle, options)),
    ...(report.failures ?? []).map(failureSuite),
  ];
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name=${quoted(report.tool.name)}${counters(sumOf(suites))}>`,
    ...suites.flatMap(suiteLines),
    "</testsuites>",
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function suiteLines(suite: Suite): string[] {
  return [
    `  <testsuite name=${quoted(suite.name)}${counters(suite)}>`,
    ...indented(suite.lines, "    "),
    "  </testsuite>",
  ];
}

function bundleSuite(bundle: BundleReport, { failOn = "error" }: RenderOptions): Suite {
  const byRule = Map.groupBy(bundle.findings, (finding) => finding.ruleId);
  const { applied, notEvaluated } = bundle.rules;
  const skipped = new Map(notEvaluated.map(({ ruleId, because }) => [ruleId, because]));
  // A rule may have found something before its inputs turned out bad: then it is no longer a skipped one.
  const ids = [...new Set([...applied, ...skipped.keys(), ...byRule.keys()])].toSorted();
  const lines = properties(bundle);
  const sum = { tests: 0, failures: 0, errors: 0, skipped: 0 };
  for (const ruleId of ids) {
    const findings = byRule.get(ruleId) ?? [];
    const bad = findings.filter((finding) => atLeast(finding.severity, failOn));
    const rest = findings.filter((finding) => !atLeast(finding.severity, failOn));
    const because = findings.length === 0 ? skipped.get(ruleId) : undefined;
    sum.tests += 1;
    if (bad.length > 0) sum.failures += 1;
    if (because !== undefined) sum.skipped += 1;
    lines.push(
      ...testCase(bundle.path, ruleId, [
        ...(because === undefined
          ? []
          : [`<skipped message=${quoted(`not evaluated because of ${because}`)}/>`]),
        ...(bad.length === 0 ? [] : [failure(bad)]),
        ...(rest.length === 0 ? [] : [`<system-out>${escapeXml(listed(rest))}</system-out>`]),
      ]),
    );
  }
  if (bundle.verdict === "undetermined") {
    sum.tests += 1;
    sum.errors += 1;
    const message = `undetermined: the bundle could not be judged (${countsInWords(bundle.counts)})`;
    lines.push(
      ...testCase(bundle.path, "verdict", [
        `<error type="undetermined" message=${quoted(message)}/>`,
      ]),
    );
  }
  return { name: bundle.path, ...sum, lines };
}

function properties({ verdict, specVersion, runStatus, counts, unlisted }: BundleReport): string[] {
  const values: [string, string | number][] = [
    ["verdict", verdict],
    ["specVersion", specVersion ?? ""],
    ["runStatus", runStatus ?? ""],
    ["error", counts.error],
    ["warning", counts.warning],
    ["info", counts.info],
    ["unlisted", sumOfCounts(unlisted)],
  ];
  return [
    "<properties>",
    ...values.map(
      ([name, value]) => `  <property name=${quoted(name)} value=${quoted(`${value}`)}/>`,
    ),
    "</properties>",
  ];
}

function failureSuite({ path, message, exitCode }: Failure): Suite {
  const error = `<error type="not validated" message=${quoted(message)}>exit code ${exitCode}</error>`;
  return {
    name: path,
    tests: 1,
    failures: 0,
    errors: 1,
    skipped: 0,
    lines: testCase(path, "verdict", [error]),
  };
}

function testCase(path: string, name: string, content: readonly string[]): string[] {
  const start = `<testcase classname=${quoted(path)} name=${quoted(name)}`;
  return content.length === 0
    ? [`${start}/>`]
    : [`${start}>`, ...indented(content, "  "), "</testcase>"];
}

function indented(lines: readonly string[], indent: string): string[] {
  return lines.map((line) => indent + line);
}

function failure(findings: readonly Finding[]): string {
  const [first] = findings;
  if (first === undefined) return "";
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : "";
  const worst = findings.find((finding) => finding.severity === "error") ?? first;
  return `<failure type=${quoted(worst.severity)} message=${quoted(messageOf(first) + more)}>${escapeXml(listed(findings))}</failure>`;
}

function listed(findings: readonly Finding[]): string {
  return findings
    .map((finding) => {
      const place = placeOf(finding);
      const head = `${finding.severity}: ${printable(finding.file)}${place === "" ? "" : `:${place}`}: ${messageOf(finding)}`;
      return [head, ...detailsOf(finding).map((line) => `  ${line}`)].join("\n");
    })
    .join("\n");
}

function counters({ tests, failures, errors, skipped }: Omit<Suite, "name" | "lines">): string {
  return ` tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}"`;
}

function sumOf(suites: readonly Suite[]): Omit<Suite, "name" | "lines"> {
  const sum = { tests: 0, failures: 0, errors: 0, skipped: 0 };
  for (const suite of suites) {
    sum.tests += suite.tests;
    sum.failures += suite.failures;
    sum.errors += suite.errors;
    sum.skipped += suite.skipped;
  }
  return sum;
}

function quoted(text: string): string {
  return `"${escapeXml(printable(text, { max: 2000 })).replaceAll('"', "&quot;")}"`;
}

/** Texts come here printable, so of what XML does not allow only U+FFFE and U+FFFF can be left. */
function escapeXml(text: string): string {
  return text
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
