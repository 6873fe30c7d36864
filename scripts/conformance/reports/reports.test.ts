import { basename } from "node:path";
import {
  capabilitiesOf,
  loadCorpus,
  selectCases,
  type ConformanceReport,
} from "@flow-bundle/conformance";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { listFiles, readJson } from "../../lib/files.ts";
import { root } from "../../lib/process.mjs";
import { fileOf, subjects } from "./subjects.ts";

const files = listFiles(root, "conformance-reports", "conformance-reports/*.json");
const reportOf = (file: string) => readJson(root, file) as ConformanceReport;

describe("reports that are checked in", () => {
  const ajv = new Ajv2020({ strict: false });
  const isReport = ajv.compile(readJson(root, "spec/conformance/report.schema.json") as object);

  test.each(files)("%s is one, whole, and named after what it says", (file) => {
    const report = reportOf(file);
    expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true);
    const { implementation, role, partial, narrowed, verdict } = report;
    expect({ partial, narrowed }).toEqual({ partial: false, narrowed: false });
    expect(verdict).not.toBe("none");
    const { name, version = "" } = implementation;
    expect(basename(file)).toBe(basename(fileOf({ name, version, role })));
  });
});

// That the results are still those that the suite gives is checked by `pnpm conformance:reports --check`.
describe("the implementations of this repository", () => {
  test.each(subjects.map((subject) => [fileOf(subject), subject] as const))(
    "%s is about every case that there is now",
    (file, { role, capabilities, specVersions }) => {
      expect(files, "pnpm conformance:reports").toContain(file);
      const report = reportOf(file);
      const all = capabilitiesOf(role).map(({ name }) => name);
      const declared = capabilities.includes("all") ? all : capabilities;
      expect(report.capabilities.toSorted()).toEqual([...declared].toSorted());
      const cases = selectCases(loadCorpus(), {
        role,
        capabilities: declared,
        ...(specVersions !== undefined && { specVersions }),
      });
      const measured = new Set(report.results?.map(({ caseId }) => caseId));
      expect([...measured], "pnpm conformance:reports").toEqual(cases.map(({ id }) => id));
    },
  );

  test("no report is of another version of them", () => {
    const names = new Set(subjects.map(({ name }) => name));
    const right = new Set(subjects.map((subject) => fileOf(subject)));
    const old = files.filter((file) => names.has(reportOf(file).implementation.name));
    expect(old.filter((file) => !right.has(file))).toEqual([]);
  });
});
