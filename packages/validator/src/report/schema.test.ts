import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { createReport } from "./model.ts";
import { readReport, reportNames } from "./testing/fixtures.ts";

const file = new URL("../../../../spec/report.schema.json", import.meta.url);
const validate = new Ajv2020({ allErrors: true }).compile(JSON.parse(readFileSync(file, "utf8")));

test.each(reportNames)("the recorded report %s obeys the schema of reports", (name) => {
  validate(readReport(name));
  expect(validate.errors).toBeNull();
});

test("so does one without anything, and one of failures only", () => {
  const tool = { name: "bundle-validate", version: "1.2.3" };
  for (const failures of [[], [{ path: "x", message: "does not exist", exitCode: 2 as const }]]) {
    const report = createReport(tool, [], failures);
    validate(report);
    expect(validate.errors).toBeNull();
    expect("failures" in report).toBe(failures.length > 0);
  }
});
