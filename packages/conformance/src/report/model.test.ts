import { describe, expect, test } from "vitest";
import type { CheckResult } from "../generated/types.ts";
import { shapeProblems } from "../protocol/shape.ts";
import { buildReport, countCases, isGood, type ReportParts } from "./model.ts";

const result = (caseId: string, status: CheckResult["status"], more: object = {}): CheckResult => ({
  caseId,
  checkId: "reader/view",
  requirements: ["view-fold"],
  capabilities: [],
  status,
  ...more,
});

function report(results: readonly CheckResult[], more: Partial<ReportParts> = {}) {
  const built = buildReport({
    suiteVersion: "1.0.0",
    implementation: { name: "mine" },
    role: "reader",
    specVersions: ["1.1"],
    capabilities: [],
    command: "bundle-conformance run",
    reproduce: (caseId) => `run ${caseId}`,
    results,
    isPartial: false,
    isNarrowed: false,
    shortcomings: [],
    ...more,
  });
  expect(shapeProblems("report", built)).toEqual([]);
  return built;
}

test("a case counts as the worst of its results", () => {
  const results = [
    result("reader/a", "pass"),
    result("reader/a", "fail"),
    result("reader/b", "pass"),
    result("reader/c", "known-failure"),
    result("reader/c", "pass"),
    result("reader/d", "not-applicable"),
  ];
  expect(countCases(results)).toEqual({
    pass: 1,
    fail: 1,
    broken: 0,
    knownFailure: 1,
    unexpectedPass: 0,
    notApplicable: 1,
  });
});

describe("the verdict", () => {
  test("conforms when everything passed, or could not be shown here", () => {
    const good = report([result("reader/a", "pass"), result("reader/b", "not-applicable")]);
    expect(good.verdict).toBe("conforms");
    expect(isGood(good)).toBe(true);
  });

  test.each(["fail", "broken", "unexpected-pass"] as const)("deviates with: %s", (status) => {
    const bad = report([result("reader/a", "pass"), result("reader/b", status)]);
    expect(bad.verdict).toBe("deviates");
    expect(isGood(bad)).toBe(false);
    expect(bad.results?.map(({ reproduce }) => reproduce)).toEqual([undefined, "run reader/b"]);
  });

  test("deviates with known failures, which are good for the command all the same", () => {
    const known = report([result("reader/a", "pass"), result("reader/b", "known-failure")]);
    expect(known.verdict).toBe("deviates");
    expect(isGood(known)).toBe(true);
  });

  test("deviates when a declared capability was not exercised", () => {
    const idle = report([result("reader/a", "pass")], { capabilities: ["acp"] });
    expect(idle.shortcomings).toEqual([
      "the capability acp was declared, and no case exercised it",
    ]);
    expect(idle.verdict).toBe("deviates");
    expect(isGood(idle)).toBe(false);
  });

  test("a case that cannot be shown here exercises nothing", () => {
    const results = [
      result("reader/a", "pass"),
      result("reader/b", "not-applicable", { capabilities: ["hostile"] }),
    ];
    expect(report(results, { capabilities: ["hostile"] }).verdict).toBe("deviates");
  });

  test("deviates when nothing ran at all", () => {
    expect(report([]).verdict).toBe("deviates");
  });

  test.each([{ isPartial: true }, { isNarrowed: true }])("claims nothing: %j", (more) => {
    expect(report([result("reader/a", "pass")], more).verdict).toBe("none");
  });

  test("an interrupted run is never good", () => {
    expect(isGood(report([result("reader/a", "pass")], { isPartial: true }))).toBe(false);
  });
});

test("nothing is counted for what was not declared", () => {
  const { byCapability } = report([result("reader/a", "pass", { capabilities: ["acp"] })]);
  expect(byCapability?.map(({ capability }) => capability)).toEqual(["core"]);
});
