import { expect, test } from "vitest";
import { makeTree } from "../../lib/testing/tree.ts";
import { examples } from "./examples.ts";

const schemas = {
  "spec/1.1/manifest.schema.json": {
    $id: "urn:x:1.1:manifest",
    required: ["runId"],
    properties: { runId: { $ref: "urn:x:1.1:id" } },
  },
  "spec/1.1/id.schema.json": { $id: "urn:x:1.1:id", type: "string" },
  "spec/report.schema.json": { $id: "urn:x:report", type: "object" },
};

function found(comment: string, language: string, text: string, file = "docs/a.md"): string[] {
  const content = `${comment}\n\n\`\`\`${language}\n${text}\n\`\`\`\n`;
  return examples.run(makeTree({ ...schemas, [file]: content })).map(({ message }) => message);
}

test.each([
  ["<!-- example: manifest 1.1 -->", "json", '{"runId": "a"}'],
  ["<!-- example: manifest 1.1 -->", "ndjson", '{"runId": "a"}\n{"runId": "b"}'],
  ["<!-- example: manifest 1.1 invalid -->", "json", '{"runId": 1}'],
  ["<!-- example: report -->", "json", "{}"],
  ["<!-- example: other -->", "json", "{ … }"],
  ["", "json", "{ … }"],
])("%s %s %s", (comment, language, text) => {
  expect(found(comment, language, text)).toEqual([]);
});

test.each([
  ["<!-- example: manifest 1.1 -->", "json", '{"runId": 1}', "/runId must be string"],
  [
    "<!-- example: manifest 1.1 -->",
    "ndjson",
    '{"runId": "a"}\n{}',
    "line 2 of the example: the whole must have",
  ],
  ["<!-- example: manifest 1.1 -->", "json", "{ … }", "not JSON"],
  [
    "<!-- example: manifest 1.1 invalid -->",
    "json",
    '{"runId": "a"}',
    "the schema does not refuse it",
  ],
  ["<!-- example: manifest 1.0 -->", "json", "{}", 'no schema for "manifest 1.0"'],
])("finds %s %s %s", (comment, language, text, problem) => {
  expect(found(comment, language, text)).toEqual([expect.stringContaining(problem)]);
});

test("the normative text says what its examples are", () => {
  expect(found("", "json", "{}", "spec/text/a.md")).toEqual([
    "no comment says what this example is",
  ]);
});
