import { expect, test } from "vitest";
import { makeTree } from "../../lib/testing/tree.ts";
import { camelCaseKeys } from "./camel-case.ts";

test.each([
  ["run_id", "runId"],
  ["runID", "runId"],
  ["RunId", "runId"],
  ["run-id", "runId"],
])("%s should be %s", (key, right) => {
  const root = makeTree({ "fixtures/valid/a/manifest.json": { [key]: "a" } });
  expect(camelCaseKeys.run(root)).toMatchObject([
    {
      file: "fixtures/valid/a/manifest.json",
      place: `/${key}`,
      remedy: expect.stringContaining(`"${right}"`),
    },
  ]);
});

test.each(["runId", "sha256", "upToSeq", "id"])("%s is right", (key) => {
  const root = makeTree({ "fixtures/valid/a/manifest.json": { [key]: "a" } });
  expect(camelCaseKeys.run(root)).toEqual([]);
});

test("the session record keeps its own keys", () => {
  const root = makeTree({
    "spec/1.1/session-record.schema.json": { properties: { updated_at: {} } },
    "packages/schema/src/generated/types.ts":
      "export interface SessionRecord { updated_at: string }\n",
    "fixtures/valid/a/sessions/main/record.json": { updated_at: "" },
  });
  expect(camelCaseKeys.run(root)).toEqual([]);
});
