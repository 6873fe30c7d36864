import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import type { Report } from "@flow-bundle/schema";
import { renderSarif } from "./sarif.ts";
import { readReport, reportNames } from "./testing/fixtures.ts";

const schemaFile = createRequire(import.meta.url).resolve(
  "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
);
// The schema is of draft 4, whose `id` Ajv does not take; of its keywords it uses none that differ in draft 7.
const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(schemaFile, "utf8"));
const validate = new Ajv({
  strict: false,
  unicodeRegExp: false,
  validateFormats: false,
  allErrors: true,
}).compile(schema);

const render = (report: Report, options = {}) => JSON.parse(renderSarif(report, options)).runs[0];

test.each(reportNames)("%s obeys the schema of SARIF 2.1.0", (name) => {
  const log: unknown = JSON.parse(renderSarif(readReport(name)));
  expect(validate(log), JSON.stringify(validate.errors, null, 1)).toBe(true);
});

test("the schema is not blind", () => {
  const log = JSON.parse(renderSarif(readReport("mixed")));
  log.runs[0].results[0].level = "info";
  expect(validate(log)).toBe(false);
});

test("files are relative to the root of the repository, or to a bundle that was given absolutely", () => {
  const run = render(readReport("mixed"), { directory: "packages/app/" });
  expect(run.originalUriBaseIds).toEqual({
    "%SRCROOT%": { description: { text: "The root of the repository" } },
    BUNDLE_3: { uri: "file:///var/lib/runs/big/" },
  });
  expect(run.results[0].locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: "packages/app/runs/a/trace.ndjson", uriBaseId: "%SRCROOT%" },
    region: { startLine: 5 },
  });
  const big = run.results.find((result: { ruleId: string }) => result.ruleId === "limits/bytes");
  expect(big.locations[0].physicalLocation.artifactLocation).toEqual({
    uri: "trace.ndjson",
    uriBaseId: "BUNDLE_3",
  });
});

test.each([
  ["./run/", "run/trace.ndjson", undefined],
  [".", "trace.ndjson", undefined],
  ["a b/ü#1", "a%20b/%C3%BC%231/trace.ndjson", undefined],
  [String.raw`runs\a`, "runs/a/trace.ndjson", undefined],
  ["../x", "../x/trace.ndjson", undefined],
  ["/a b", "trace.ndjson", "file:///a%20b/"],
  [String.raw`C:\runs\a`, "trace.ndjson", "file:///C:/runs/a/"],
])("a file in the bundle %s is at %s", (path, uri, base) => {
  const report = readReport("mixed");
  const run = render({ ...report, bundles: [{ ...report.bundles[0]!, path }] });
  const { artifactLocation } = run.results[0].locations[0].physicalLocation;
  expect(artifactLocation).toEqual({
    uri,
    uriBaseId: base === undefined ? "%SRCROOT%" : "BUNDLE_1",
  });
  expect(run.originalUriBaseIds.BUNDLE_1?.uri).toBe(base);
});

test("rules, levels and fingerprints", () => {
  const run = render(readReport("mixed"));
  for (const result of run.results) {
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(Object.values(result.partialFingerprints)).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
  }
  const levels = new Map(
    run.results.map((result: { ruleId: string; level: string }) => [result.ruleId, result.level]),
  );
  expect(levels.get("trace/run-id")).toBe("error");
  expect(levels.get("session/record-last-seq")).toBe("warning");
  expect(levels.get("trace/in-progress")).toBe("note");
});

test("suppressed findings say why", () => {
  const suppressed = render(readReport("mixed")).results.filter(
    (result: { suppressions?: unknown }) => result.suppressions !== undefined,
  );
  expect(suppressed).toHaveLength(1);
  expect(suppressed[0].suppressions[0].justification).toBe(
    "written by a release that is no longer used",
  );
});

test("a message cannot become a link", () => {
  for (const result of render(readReport("hostile")).results) {
    expect(result.message.text).not.toContain("](");
  }
});

test("what could not be checked is no success", () => {
  expect(render(readReport("valid")).invocations[0].executionSuccessful).toBe(true);
  const [invocation] = render(readReport("mixed")).invocations;
  expect(invocation.executionSuccessful).toBe(false);
  expect(invocation.toolExecutionNotifications).toHaveLength(2);
});
