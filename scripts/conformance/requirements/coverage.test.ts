import { describe, expect, test } from "vitest";
import type { Requirement } from "../../docs/requirements.ts";
import { root } from "../../lib/process.mjs";
import {
  coverage,
  coverageProblems,
  isCovered,
  readSources,
  type CoverageSources,
} from "./coverage.ts";

describe("this repository", () => {
  const sources = readSources(root);

  test("every MUST has a check, or an exclusion with its reason", () => {
    expect(coverageProblems(sources)).toEqual([]);
  });

  test("little is excluded", () => {
    const missing = coverage(sources).filter((entry) => !isCovered(entry));
    expect(missing.length).toBeLessThan(sources.requirements.length / 10);
  });
});

const requirement = (id: string, must = true): Requirement => ({
  id,
  since: "1.0",
  only: false,
  must,
  unchecked: undefined,
  file: "spec/text/trace.md",
  line: 7,
});

const nothing: CoverageSources = {
  requirements: [requirement("trace-seq")],
  rules: [],
  checks: [],
  cases: [],
  excluded: {},
};

const rule = { id: "trace/seq", requirement: "trace-seq", severity: { "1.0": "error" } };
const item = { id: "reader/a/b", role: "reader", status: "active" } as const;

test.each<[string, Partial<CoverageSources>]>([
  ["a rule", { rules: [rule] }],
  ["a check", { checks: [{ id: "reader/view", requirements: ["trace-seq"] }] }],
  ["a case", { cases: [{ ...item, requirements: ["trace-seq"] }] }],
  ["an exclusion", { excluded: { "trace-seq": "because" } }],
  ["that it demands nothing", { requirements: [requirement("trace-seq", false)] }],
])("a requirement is in order with %s", (_, sources) => {
  expect(coverageProblems({ ...nothing, ...sources })).toEqual([]);
});

test.each<[string, Partial<CoverageSources>, string]>([
  ["an orphan", {}, "spec/text/trace.md:7: nothing checks trace-seq"],
  [
    "a rule that only informs",
    { rules: [{ ...rule, severity: { "1.0": "info" } }] },
    "nothing checks trace-seq",
  ],
  [
    "a case that is not run",
    { cases: [{ ...item, status: "retired", requirements: ["trace-seq"] }] },
    "nothing checks trace-seq",
  ],
  [
    "an exclusion of what is checked",
    { rules: [rule], excluded: { "trace-seq": "because" } },
    "excludes trace-seq, which something checks",
  ],
  ["an exclusion without a reason", { excluded: { "trace-seq": " " } }, "no reason for trace-seq"],
  [
    "an exclusion of nothing",
    { rules: [rule], excluded: { "trace-sqe": "because" } },
    "names the requirement trace-sqe",
  ],
  [
    "a case about nothing",
    { rules: [rule], cases: [{ ...item, requirements: ["trace-sqe"] }] },
    "the case reader/a/b names the requirement trace-sqe",
  ],
])("finds %s", (_, sources, message) => {
  const problems = coverageProblems({ ...nothing, ...sources });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(message);
});
