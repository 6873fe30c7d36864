import { expect, test } from "vitest";
import { matchesRule, patternProblem, unknownPattern } from "./rule-patterns.ts";

const ids = ["limits/bytes", "manifest/run-id", "trace/run-id", "trace/seq"];
const fixed = new Set(["limits/bytes"]);

test("a pattern is an id or an area", () => {
  expect(ids.filter((id) => matchesRule("trace/*", id))).toEqual(["trace/run-id", "trace/seq"]);
  expect(ids.filter((id) => matchesRule("trace/seq", id))).toEqual(["trace/seq"]);
  expect(ids.filter((id) => matchesRule("trace/s*", id))).toEqual([]);
});

test.each([
  ["trace/sec", "unknown rule trace/sec; did you mean trace/seq?"],
  ["trace-seq", "unknown rule trace-seq; did you mean trace/seq?"],
  ["seq", "unknown rule seq; did you mean trace/seq?"],
  ["trace", "unknown rule trace; did you mean trace/*?"],
  ["tracee/*", "unknown rule tracee/*; did you mean trace/*?"],
  ["zzzzzzzz", "unknown rule zzzzzzzz; --list-rules prints them all"],
])("%s: %s", (pattern, problem) => {
  expect(unknownPattern(pattern, ids)).toBe(problem);
});

test("rules that say that a bundle could not be judged cannot be named, but areas leave them out", () => {
  expect(patternProblem("limits/bytes", ids, fixed)).toMatch(/cannot be changed/);
  expect(patternProblem("limits/*", ids, fixed)).toBeUndefined();
  expect(patternProblem("trace/seq", ids, fixed)).toBeUndefined();
});
