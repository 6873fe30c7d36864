import { describe, expect, test } from "vitest";
import { formatProblem } from "../../lib/problem.ts";
import { makeTree, type Files } from "../../lib/testing/tree.ts";
import { terms } from "./terms.ts";

const found = (files: Files): string[] =>
  terms
    .run(makeTree(files))
    .map(({ file, place, message }) => `${file} ${place} ${/"(.*?)"/.exec(message)?.[1]}`);

const event = { seq: 1, type: "node_started", payload: { nodeType: "acp" } };

describe("finds a wrong term", () => {
  test("in a schema", () => {
    const schema = { properties: { step: { required: ["kind"], properties: { stepId: {} } } } };
    expect(found({ "spec/1.1/step.schema.json": schema })).toEqual([
      "spec/1.1/step.schema.json /properties/step/required/0 kind",
      "spec/1.1/step.schema.json /properties/step/properties/stepId stepId",
    ]);
  });

  test("in a generated type", () => {
    const code = 'export interface Step {\n  nodeKind: string;\n  "size"?: number;\n}\n';
    expect(found({ "packages/schema/src/generated/types.ts": code })).toEqual([
      "packages/schema/src/generated/types.ts line 2, type Step nodeKind",
      "packages/schema/src/generated/types.ts line 3, type Step size",
    ]);
  });

  test("in a golden bundle", () => {
    const lines = [event, { ...event, payload: { kind: "acp" } }].map((line) =>
      JSON.stringify(line),
    );
    expect(found({ "fixtures/valid/a/trace.ndjson": `${lines.join("\n")}\n` })).toEqual([
      "fixtures/valid/a/trace.ndjson line 2, /payload/kind kind",
    ]);
  });

  test("in an example of a text", () => {
    const text =
      '# Chapter\n\n<!-- example: manifest 1.1 -->\n\n```json\n{\n  "runId": "a",\n  "state": "x"\n}\n```\n';
    expect(found({ "docs/a.md": text })).toEqual(["docs/a.md line 8 state"]);
  });

  test("in what our code writes", () => {
    const code = "export const step = { attemptId: 1, kind: 2 };\nlet live: any;\nlive.ts = 3;\n";
    expect(found({ "packages/bundle/src/projection/steps.ts": code })).toEqual([
      "packages/bundle/src/projection/steps.ts line 1 kind",
      "packages/bundle/src/projection/steps.ts line 3 ts",
    ]);
  });
});

describe("leaves alone", () => {
  test("ACP messages and values of users", () => {
    const message = { method: "session/update", params: { update: { kind: "read" } } };
    const files = {
      "fixtures/valid/a/sessions/main/events.ndjson": JSON.stringify({ seq: 1, message }),
      "fixtures/valid/a/trace.ndjson": JSON.stringify({
        ...event,
        payload: { outputInline: { kind: 1 } },
      }),
      "fixtures/valid/a/projections/run.json": { input: { kind: 1 }, outputs: { a: { size: 2 } } },
      "fixtures/valid/a/sessions/main/record.json": { createdAt: "" },
    };
    expect(found(files)).toEqual([]);
  });

  test("ids, and what users add to edges and permissions", () => {
    const edge = { from: "a", switch: { on: "$.kind", cases: { kind: "b" } }, kind: "c" };
    const flow = { nodes: { kind: { nodeType: "acp" } }, edges: [edge], permissions: { level: 1 } };
    expect(found({ "fixtures/valid/a/flow.json": flow })).toEqual([]);
  });

  test("events of other producers", () => {
    const foreign = { seq: 1, type: "x_cost", payload: { kind: "token" } };
    expect(found({ "fixtures/valid/a/trace.ndjson": JSON.stringify(foreign) })).toEqual([]);
  });

  test("names that a schema declares to be wrong", () => {
    const schema = { properties: { kind: { not: {}, "x-instead": "nodeType" } } };
    expect(found({ "spec/1.1/step.schema.json": schema })).toEqual([]);
  });

  test("mutants, foreign bundles and bad examples", () => {
    const files = {
      "fixtures/invalid/manifest/wrong-name.json": { kind: 1 },
      "fixtures/third-party/acpx-0.4.0/a/manifest.json": { kind: 1 },
      "spec/rules/manifest/wrong-name.md": '## Bad\n\n```json\n{ "kind": 1 }\n```\n',
    };
    expect(found(files)).toEqual([]);
  });
});

test("says what the right name is, and where", () => {
  const root = makeTree({ "spec/1.1/step.schema.json": { properties: { kind: {} } } });
  expect(terms.run(root).map(formatProblem).join()).toMatch(
    /^spec\/1\.1\/step\.schema\.json \(\/properties\/kind\): .*"kind".*\n +The right name: .*nodeType/,
  );
});
