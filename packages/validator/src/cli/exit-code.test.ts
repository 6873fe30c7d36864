import { expect, test } from "vitest";
import { readReport } from "../report/testing/fixtures.ts";
import { bundleExitCode, gravest, reportExitCode } from "./exit-code.ts";

test("70 wins over 2, 1, 3 and 0, in this order", () => {
  expect(gravest([])).toBe(0);
  expect(gravest([0, 3])).toBe(3);
  expect(gravest([3, 1, 0])).toBe(1);
  expect(gravest([1, 2, 3])).toBe(2);
  expect(gravest([2, 70, 1])).toBe(70);
});

test("a verdict depends on errors, --fail-on is stricter", () => {
  const [valid, invalid, undetermined] = readReport("mixed").bundles;
  expect(bundleExitCode(valid!, "error")).toBe(0);
  expect(bundleExitCode(valid!, "warning")).toBe(0);
  expect(bundleExitCode(valid!, "info")).toBe(1);
  expect(bundleExitCode(invalid!, "error")).toBe(1);
  expect(bundleExitCode(undetermined!, "error")).toBe(3);
  expect(bundleExitCode(undetermined!, "info")).toBe(3);
});

test("what could not be checked counts as well", () => {
  const { failures, ...report } = readReport("mixed");
  expect(reportExitCode(report, "error")).toBe(1);
  expect(
    reportExitCode({ ...report, failures: [{ path: "x", message: "", exitCode: 3 }] }, "error"),
  ).toBe(1);
  expect(
    reportExitCode({ ...report, failures: [{ path: "x", message: "", exitCode: 2 }] }, "error"),
  ).toBe(2);
  expect(reportExitCode({ ...report, failures: failures! }, "error")).toBe(70);
});
