import { expect, test } from "vitest";
import type { Report } from "@flow-bundle/schema";
import { renderGithub } from "./github.ts";
import { renderJson } from "./json.ts";
import { renderJunit } from "./junit.ts";
import { occurrences, type Counts } from "./model.ts";
import { renderSarif } from "./sarif.ts";
import { renderText } from "./text.ts";
import { readReport, reportNames } from "./testing/fixtures.ts";
import { elements, parseXml } from "./testing/xml.ts";

/** What a format tells of one bundle. */
type Told = { readonly verdict: string } & Counts;

/** For each format, what a reader of it finds. */
const readers: Readonly<Record<string, (report: Report) => Told[]>> = {
  json: (report) =>
    (JSON.parse(renderJson(report)) as Report).bundles.map(({ verdict, counts }) => ({
      verdict,
      ...counts,
    })),
  text: (report) =>
    [
      ...renderText(report).matchAll(/^(valid|invalid|undetermined)  .*: (.*?); .* events?, /gm),
    ].map(([, verdict = "", counts = ""]) => ({ verdict, ...fromWords(counts) })),
  github: (report) =>
    [...renderGithub(report).matchAll(/^bundle-validate: .* is (\w+): (.*)$/gm)].map(
      ([, verdict = "", counts = ""]) => ({ verdict, ...fromWords(counts) }),
    ),
  junit: (report) =>
    elements(parseXml(renderJunit(report)), "properties").map((properties) => {
      const value = new Map(
        properties.children.map(({ attributes }) => [
          attributes.get("name"),
          attributes.get("value"),
        ]),
      );
      const number = (name: string) => Number(value.get(name));
      return {
        verdict: value.get("verdict") ?? "",
        error: number("error"),
        warning: number("warning"),
        info: number("info"),
      };
    }),
  sarif: (report) =>
    (JSON.parse(renderSarif(report)).runs[0].properties.bundles as Report["bundles"]).map(
      ({ verdict, counts }) => ({
        verdict,
        ...counts,
      }),
    ),
};

function fromWords(words: string): Counts {
  const number = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(words)?.[1] ?? 0);
  return { error: number("error"), warning: number("warning"), info: number("info") };
}

for (const name of reportNames) {
  const report = readReport(name);
  const expected = report.bundles.map(({ verdict, counts }) => ({ verdict, ...counts }));

  test.each(Object.keys(readers))(`${name}: %s tells the counts of the report`, (format) => {
    expect(readers[format]?.(report)).toEqual(expected);
  });

  test(`${name}: every format lists every finding`, () => {
    const total = report.bundles.reduce((sum, { findings }) => sum + findings.length, 0);
    const annotations = renderGithub(report).match(/^::(?:error|warning|notice) .*file=/gm) ?? [];
    expect(annotations).toHaveLength(total);
    const results: { suppressions?: unknown }[] = JSON.parse(renderSarif(report)).runs[0].results;
    expect(results.filter(({ suppressions }) => suppressions === undefined)).toHaveLength(total);
    const lines =
      renderText(report).match(/^ {4,}(?:\d+(?::\d+)? +)?(?:error {2}|warning|info {3}) {2}/gm) ??
      [];
    expect(lines).toHaveLength(total);
    const listed = elements(parseXml(renderJunit(report)), "testcase")
      .flatMap(({ children }) => children)
      .filter((child) => child.name === "failure" || child.name === "system-out")
      .flatMap(({ text }) => text.match(/^(?:error|warning|info): /gm) ?? []);
    expect(listed).toHaveLength(total);
  });

  test(`${name}: the recorded report counts its own findings rightly`, () => {
    for (const { findings, counts, unlisted } of report.bundles) {
      for (const severity of ["error", "warning", "info"] as const) {
        const listed = findings.filter((finding) => finding.severity === severity);
        const sum = listed.reduce((count, finding) => count + occurrences(finding), 0);
        expect(sum + (unlisted?.[severity] ?? 0)).toBe(counts[severity]);
      }
    }
  });
}
