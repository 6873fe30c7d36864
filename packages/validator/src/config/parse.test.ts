import { expect, test } from "vitest";
import { parseConfig } from "./parse.ts";

const rules = {
  ids: ["limits/bytes", "trace/late-event", "trace/seq"],
  fixed: new Set(["limits/bytes"]),
};

const problemsOf = (config: unknown): readonly string[] => {
  const result = parseConfig(typeof config === "string" ? config : JSON.stringify(config), rules);
  return "problems" in result ? result.problems : [];
};

test("a whole configuration", () => {
  const config = {
    $schema: "anything",
    severity: [
      { rule: "trace/*", severity: "warning" },
      { rule: "trace/seq", bundle: "old/*", file: "trace.ndjson", severity: "off" },
    ],
    suppressions: [
      {
        rule: "trace/late-event",
        reason: "written by a release that is no longer used",
        expires: "2028-02-29",
        bundle: "runs/*",
        file: "trace.ndjson",
        pointer: "/payload",
        attemptId: "a#1",
        fingerprint: "00",
      },
    ],
  };
  const { $schema: _, ...expected } = config;
  expect(parseConfig(JSON.stringify(config), rules)).toEqual({ config: expected });
});

test("nothing is a configuration too", () => {
  expect(parseConfig("{}", rules)).toEqual({ config: { severity: [], suppressions: [] } });
});

test("each problem has its place", () => {
  const text = `{
  "severity": [
    { "rule": "trace/sec", "severity": "warn" }
  ],
  "supressions": []
}`;
  expect(problemsOf(text)).toEqual([
    "3:15: unknown rule trace/sec; did you mean trace/seq?",
    '3:40: severity: expected error, warning, info, off, found "warn"',
    '5:18: unknown key "supressions"; did you mean suppressions?',
  ]);
});

test.each([
  ["[]", /1:1: expected an object, found \[\]/],
  ["{", /^1:2: /],
  ['{"severity": [], "severity": []}', /severity/],
  [{ severity: {} }, /expected a list, found {}/],
  [{ severity: [1] }, /expected an object, found 1/],
  [{ severity: [{ severity: "off" }] }, /rule is missing/],
  [{ severity: [{ rule: "limits/bytes", severity: "off" }] }, /cannot be changed/],
  [{ suppressions: [{ rule: "trace/seq", expires: "2027-01-01" }] }, /reason is missing/],
  [{ suppressions: [{ rule: "trace/seq", reason: " ", expires: "2027-01-01" }] }, /say why/],
  [{ suppressions: [{ rule: "trace/seq", reason: "x" }] }, /expires is missing/],
  [{ suppressions: [{ rule: "trace/seq", reason: "x", expires: "2027-02-30" }] }, /last day/],
  [{ suppressions: [{ rule: "trace/seq", reason: "x", expires: "soon" }] }, /last day.*"soon"/],
  [
    { suppressions: [{ rule: "trace/seq", reason: "x", expires: "2027-01-01", file: 1 }] },
    /file: expected a text/,
  ],
  ['{"__proto__": {"severity": []}}', /unknown key "__proto__"/],
])("%j is refused", (config, problem) => {
  expect(problemsOf(config)).toEqual([expect.stringMatching(problem)]);
});
