import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { RuleEntry } from "./requirements.ts";
import {
  checkRequirements,
  loadChapters,
  loadRules,
  loadVersions,
  readRequirements,
} from "./requirements.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const versions = ["1.0", "1.1"];
const good = '<a id="trace-seq"></a>**[trace-seq]** (1.0) `seq` MUST be 1.';
const rule = (id: string, requirement: string, old = "error", current = "error"): RuleEntry => ({
  id,
  requirement,
  severity: { "1.0": old, "1.1": current },
});
const check = (text: string, rules: readonly RuleEntry[] = [rule("trace/seq", "trace-seq")]) =>
  checkRequirements([{ file: "trace.md", text }], rules, versions);

test("a requirement is read with its place, version and reason", () => {
  const text = `# Title\n\n${good.replace("(1.0)", "(1.0 only)")} (checked by: none, it is gone)`;
  expect(readRequirements({ file: "trace.md", text })).toEqual({
    requirements: [
      {
        id: "trace-seq",
        since: "1.0",
        only: true,
        must: true,
        unchecked: "it is gone",
        file: "trace.md",
        line: 3,
      },
    ],
    problems: [],
  });
});

test("a good text has no problem", () => {
  expect(check(good)).toEqual([]);
  expect(check(good, [rule("trace/seq", "trace-seq"), rule("trace/gap", "trace-seq")])).toEqual([]);
});

describe("problems of the text", () => {
  test.for([
    [
      "an id that stands twice",
      `${good}\n\n${good}`,
      /trace\.md:3: \[trace-seq\] is already in trace\.md:1/,
    ],
    [
      "an anchor that differs",
      good.replace('id="trace-seq"', 'id="trace-sqe"'),
      /the anchor of \[trace-seq\] is "trace-sqe"/,
    ],
    ["no anchor", good.replace(/^<a.*<\/a>/, ""), /\[trace-seq\] is not written as a requirement/],
    ["no version", good.replace("(1.0) ", ""), /\[trace-seq\] is not written as a requirement/],
    [
      "a version that is none",
      good.replace("1.0", "1.7"),
      /came in with 1\.7, which is no version/,
    ],
    [
      "an id in another style",
      good.replaceAll("trace-seq", "trace_Seq"),
      /\[trace_Seq\] is not lower-case words/,
    ],
    ["no demand", good.replace("MUST be", "is"), /\[trace-seq\] demands nothing/],
    [
      "a reason that is no reason",
      `${good} (checked by: nobody)`,
      /does not end with \(checked by: none, REASON\)/,
    ],
  ] as const)("%s", ([, text, message]) => {
    expect(check(text).join("\n")).toMatch(message);
  });

  test("what looks like a requirement inside code is none", () => {
    expect(check(`${good}\n\n\`\`\`text\n**[trace-seq]**\n\`\`\``)).toEqual([]);
  });
});

describe("problems between text and rules", () => {
  test("a rule whose requirement is nowhere", () => {
    expect(check(good, [rule("trace/seq", "trace-seq"), rule("trace/gap", "trace-gap")])).toEqual([
      "rule trace/gap: its requirement [trace-gap] is nowhere in the text",
    ]);
  });

  test("a requirement that no rule names", () => {
    expect(check(good, []).join()).toMatch(/no rule checks \[trace-seq\]/);
  });

  test("a requirement that says nobody checks it, though a rule does", () => {
    expect(check(`${good} (checked by: none, why not)`).join()).toMatch(/but trace\/seq does/);
  });

  test("a rule that finds errors in a version before its requirement", () => {
    const later = good.replace("1.0", "1.1");
    expect(check(later)).toEqual([
      "rule trace/seq: error in 1.0, where [trace-seq] (1.1) does not hold",
    ]);
    expect(check(later, [rule("trace/seq", "trace-seq", "off")])).toEqual([]);
    expect(check(later, [rule("trace/seq", "trace-seq", "info")])).toEqual([]);
  });

  test("a rule that finds warnings in a version after the end of its requirement", () => {
    const ended = good.replace("(1.0)", "(1.0 only)");
    expect(check(ended, [rule("trace/seq", "trace-seq", "error", "warning")]).join()).toMatch(
      /warning in 1\.1, where \[trace-seq\] \(1\.0 only\) does not hold/,
    );
    expect(check(ended, [rule("trace/seq", "trace-seq", "error", "off")])).toEqual([]);
  });
});

test("the sources of this repository are found", () => {
  expect(loadVersions(root)).toEqual(versions);
  expect(loadChapters(root).map(({ file }) => file)).toContain("spec/text/trace.md");
  const rules = loadRules(root);
  expect(rules.find(({ id }) => id === "trace/seq")?.requirement).toBe("trace-seq");
  expect(rules.every(({ id, requirement }) => id.includes("/") && requirement !== "")).toBe(true);
});
