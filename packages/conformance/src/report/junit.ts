import { printable } from "@flow-bundle/bundle";
import type { CheckResult } from "../generated/types.ts";
import type { Renderer } from "./options.ts";

/** JUnit XML: a suite for each area of cases, a test case for each check of a case. */
export const renderJunit: Renderer = (report) => {
  const areas = Map.groupBy(report.results ?? [], ({ caseId }) =>
    caseId.split("/").slice(0, 2).join("/"),
  );
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name=${quoted(`bundle-conformance ${report.role}`)}${counters(report.results ?? [])}>`,
    ...Array.from(areas).flatMap(([area, results]) => [
      `  <testsuite name=${quoted(area)}${counters(results)}>`,
      ...results.flatMap((result) => testCase(result)).map((line) => `    ${line}`),
      "  </testsuite>",
    ]),
    ...(report.shortcomings ?? []).flatMap((text) => [
      '  <testsuite name="shortcomings" tests="1" failures="1" errors="0" skipped="0">',
      `    <testcase classname="shortcomings" name=${quoted(text)}><failure message=${quoted(text)}/></testcase>`,
      "  </testsuite>",
    ]),
    ...(report.partial
      ? [
          '  <testsuite name="interrupted" tests="1" failures="0" errors="1" skipped="0">',
          '    <testcase classname="interrupted" name="run"><error message="the run was interrupted"/></testcase>',
          "  </testsuite>",
        ]
      : []),
    "</testsuites>",
  ];
  return lines.map((line) => `${line}\n`).join("");
};

function testCase(result: CheckResult): string[] {
  const start = `<testcase classname=${quoted(result.caseId)} name=${quoted(result.checkId)}`;
  const inside = content(result);
  return inside === "" ? [`${start}/>`] : [`${start}>`, `  ${inside}`, "</testcase>"];
}

function content(result: CheckResult): string {
  const { status, message = "", reason = "", expected, found, detail, reproduce } = result;
  const body = [
    ...(expected === undefined ? [] : [`expected: ${expected}`]),
    ...(found === undefined ? [] : [`found: ${found}`]),
    ...(detail === undefined ? [] : [detail]),
    ...(reproduce === undefined ? [] : [`$ ${reproduce}`]),
  ];
  const text = body.map((part) => escapeXml(inLines(part))).join("\n");
  switch (status) {
    case "pass":
      return "";
    case "not-applicable":
      return `<skipped message=${quoted(message)}/>`;
    case "known-failure":
      return `<skipped message=${quoted(`known failure: ${message} (${reason})`)}/>`;
    case "broken":
      return `<error type="broken" message=${quoted(message)}>${text}</error>`;
    default:
      return `<failure type=${quoted(status)} message=${quoted(message)}>${text}</failure>`;
  }
}

function counters(results: readonly CheckResult[]): string {
  const count = (...statuses: readonly CheckResult["status"][]) =>
    results.filter(({ status }) => statuses.includes(status)).length;
  return ` tests="${results.length}" failures="${count("fail", "unexpected-pass")}" errors="${count("broken")}" skipped="${count("not-applicable", "known-failure")}"`;
}

/** Line feeds are kept, everything else that does not show as itself is escaped. */
function inLines(text: string): string {
  return text
    .split("\n")
    .map((line) => printable(line, { max: 4000 }))
    .join("\n");
}

function quoted(text: string): string {
  return `"${escapeXml(printable(text, { max: 2000 })).replaceAll('"', "&quot;")}"`;
}

function escapeXml(text: string): string {
  return text
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
