import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeTree, writeTree } from "../../lib/testing/tree.ts";
import { ruleCoverage } from "./rule-coverage.ts";

const body = ["What it checks", "Why", "Bad", "Good", "How to mend it"]
  .map((title) => `## ${title}\n\nText.\n`)
  .join("\n");
const rule = (id: string, text: string): string =>
  `---\nid: ${id}\nrequirement: ${id.replace("/", "-")}\n---\n\n${text}`;
const cases = { cases: [{ expect: { findings: [{ ruleId: "trace/seq" }] } }] };

const complete = {
  "spec/rules/trace/seq.md": rule("trace/seq", body),
  "spec/text/trace.md": '<a id="trace-seq"></a>**[trace-seq]** (1.0) MUST.\n',
  "fixtures/invalid/trace/seq.json": cases,
};

const found = (root: string): string[] => ruleCoverage.run(root).map(({ message }) => message);

test("a rule that has everything", () => {
  expect(found(makeTree(complete))).toEqual([]);
});

test("a rule without fixture", () => {
  const root = makeTree(complete);
  rmSync(join(root, "fixtures"), { recursive: true });
  expect(found(root)).toEqual(["no fixture shows the rule trace/seq"]);
});

test("a rule that another fixture names", () => {
  const root = makeTree(complete);
  rmSync(join(root, "fixtures/invalid"), { recursive: true });
  const expectation = { verdict: "valid", findings: { "trace/seq": 1 } };
  writeTree(root, { "fixtures/third-party/acpx-0.4.0/a.expect.json": expectation });
  expect(found(root)).toEqual([]);
});

test("a rule without requirement in the text", () => {
  const root = makeTree({ ...complete, "spec/text/trace.md": "# Trace\n" });
  expect(found(root)).toEqual(['its requirement "trace-seq" is not in the text']);
});

test("a rule without text", () => {
  const text = body.replace("## Bad\n\nText.\n", "## Bad\n").replace("## Why\n\nText.\n", "");
  const root = makeTree({ ...complete, "spec/rules/trace/seq.md": rule("trace/seq", text) });
  expect(found(root)).toEqual(["without text: Why, Bad"]);
});

test("a rule with the id of another", () => {
  const root = makeTree({ ...complete, "spec/rules/trace/seq.md": rule("trace/sequence", body) });
  expect(found(root)[0]).toBe("the id in the front matter is not that of the file");
});

test("a fixture of a rule that is not there", () => {
  const root = makeTree(complete);
  writeTree(root, { "fixtures/invalid/trace/x.json": { findings: [{ ruleId: "trace/x" }] } });
  expect(found(root)).toEqual(["there is no rule trace/x"]);
});
