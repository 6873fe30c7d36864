import { expect, test } from "vitest";
import type { BundleReport } from "@flow-bundle/schema";
import { readReport } from "../report/testing/fixtures.ts";
import type { Suppression } from "./config.ts";
import { suppress } from "./suppress.ts";

const reason = "known";
const entry = (rule: string, rest: Partial<Suppression> = {}): Suppression => ({
  rule,
  reason,
  expires: "2027-01-31",
  ...rest,
});
const { suppressed: _, unlisted: __, ...report } = readReport("mixed").bundles[1]!;
const run = (
  suppressions: readonly Suppression[],
  today = "2027-01-31",
  fixed: readonly string[] = [],
) => suppress(report, suppressions, today, new Set(fixed));
const ids = (bundle: BundleReport) => bundle.findings.map(({ ruleId }) => ruleId);

test("a suppressed finding is neither listed nor counted, but told", () => {
  const { report: after, used } = run([entry("trace/seq"), entry("trace/run-id")]);
  expect(ids(after)).not.toContain("trace/run-id");
  expect(after.counts.error).toBe(report.counts.error - 1);
  expect(after.suppressed).toEqual([
    {
      reason,
      expires: "2027-01-31",
      finding: report.findings.find(({ ruleId }) => ruleId === "trace/run-id"),
    },
  ]);
  expect(used).toEqual([1]);
});

test("a group of equal findings is suppressed as a whole", () => {
  const { report: after } = run([entry("action/*")]);
  expect(after.counts.warning).toBe(report.counts.warning - 11);
});

test("it holds to the end of its last day", () => {
  expect(run([entry("trace/run-id")], "2027-01-31").used).toEqual([0]);
  expect(run([entry("trace/run-id")], "2027-02-01")).toEqual({ report, used: [] });
});

test.each<[Partial<Suppression>, boolean]>([
  [{ bundle: "runs/*" }, true],
  [{ bundle: "other/*" }, false],
  [{ file: "trace.ndjson" }, true],
  [{ file: "flow.json" }, false],
  [{ pointer: "/runId" }, true],
  [{ pointer: "/run" }, false],
  [{ attemptId: "a#1" }, false],
  [{ fingerprint: "00" }, false],
])("%j matches: %s", (selector, matches) => {
  expect(run([entry("trace/run-id", selector)]).used).toEqual(matches ? [0] : []);
});

test("by fingerprint exactly one finding is meant", () => {
  const [, second] = report.findings;
  const { report: after } = run([entry(second!.ruleId, { fingerprint: second!.fingerprint })]);
  expect(after.suppressed).toHaveLength(1);
});

test("the verdict follows only when every error is suppressed", () => {
  const errors = [
    ...new Set(
      report.findings.filter(({ severity }) => severity === "error").map(({ ruleId }) => ruleId),
    ),
  ];
  expect(run(errors.slice(1).map((id) => entry(id))).report.verdict).toBe("invalid");
  expect(run(errors.map((id) => entry(id))).report.verdict).toBe("valid");
});

test("findings that are not listed keep the verdict", () => {
  const all = ["manifest/*", "projection/*", "trace/*", "artifact/*", "json/*"].map((id) =>
    entry(id),
  );
  const cut = { ...report, unlisted: { error: 1, warning: 0, info: 0 } };
  expect(suppress(cut, all, "2027-01-01", new Set()).report.verdict).toBe("invalid");
  expect(suppress(report, all, "2027-01-01", new Set()).report.verdict).toBe("valid");
});

test("what says that a bundle could not be judged stays, and the verdict with it", () => {
  const all = ["manifest/*", "projection/*", "trace/*", "artifact/*", "json/*"].map((id) =>
    entry(id),
  );
  const { report: after } = run(all, "2027-01-01", ["json/syntax"]);
  expect(ids(after)).toContain("json/syntax");
  expect(after.verdict).toBe("undetermined");
});
