import { describe, expect, test } from "vitest";
import { makeTree, type Files } from "../../lib/testing/tree.ts";
import { compatibility } from "./compatibility.ts";

const reference = {
  $id: "urn:x:1.0:reference",
  type: "object",
  required: ["path"],
  properties: {
    path: { type: "string", pattern: "^[A-Za-z]+$" },
    bytes: { type: "integer", minimum: 0 },
  },
};
const step = {
  $id: "urn:x:1.0:step",
  type: "object",
  required: ["outcome", "artifact"],
  properties: {
    outcome: { enum: ["ok", "failed"] },
    error: { type: ["string", "null"] },
    artifact: { $ref: "urn:x:1.0:reference" },
    inner: { $ref: "urn:x:1.0:step" },
    texts: { type: "array", items: { type: "string", maxLength: 10 } },
    kind: { not: {}, "x-instead": "nodeType" },
  },
  allOf: [
    { required: ["error"] },
    {
      if: { properties: { outcome: { const: "ok" } } },
      then: { properties: { error: { type: "null" } } },
    },
  ],
};

type Change = (schemas: { step: any; reference: any }) => void; // eslint-disable-line typescript/no-explicit-any

function differences(change: Change, more: Files = {}): string[] {
  const next = JSON.parse(JSON.stringify({ step, reference }).replaceAll(":1.0:", ":1.1:"));
  change(next);
  const root = makeTree({
    "spec/1.0/step.schema.json": step,
    "spec/1.0/reference.schema.json": reference,
    "spec/1.1/step.schema.json": next.step,
    "spec/1.1/reference.schema.json": next.reference,
    ...more,
  });
  return compatibility
    .run(root)
    .map(({ place, message }) => `${place}: ${message.replace(/^.*could not read this: /, "")}`);
}

describe("finds", () => {
  test.each<[string, Change, string]>([
    [
      "a required field that is dropped",
      ({ step }) => void delete step.properties.artifact,
      'the field "artifact" was dropped or renamed',
    ],
    [
      "a required field made optional",
      ({ step }) => step.required.pop(),
      'the field "artifact" is no longer required',
    ],
    [
      "the same in an allOf",
      ({ step }) => step.allOf.shift(),
      'the field "error" is no longer required',
    ],
    [
      "a renamed field",
      ({ step }) => {
        step.properties.messages = step.properties.texts;
        delete step.properties.texts;
      },
      'the field "texts" was dropped or renamed',
    ],
    [
      "a widened enum",
      ({ step }) => step.properties.outcome.enum.push("late"),
      '/outcome: the value "late" is new',
    ],
    [
      "an enum that is gone",
      ({ step }) => (step.properties.outcome = {}),
      "/outcome: any value is allowed",
    ],
    [
      "a widened type",
      ({ step }) => step.properties.error.type.push("object"),
      "/error: the type object was added",
    ],
    [
      "a type that is gone",
      ({ step }) => delete step.properties.error.type,
      "/error: any type is allowed",
    ],
    [
      "a type widened behind a reference",
      ({ reference }) => (reference.properties.bytes.type = "number"),
      "/bytes: the type number was added",
    ],
    [
      "a looser bound",
      ({ reference }) => (reference.properties.bytes.minimum = -1),
      "/bytes: minimum was 0, is -1",
    ],
    [
      "a bound of list items that is gone",
      ({ step }) => delete step.properties.texts.items.maxLength,
      "/texts/*: maxLength was 10, is left out",
    ],
    [
      "a wider pattern",
      ({ reference }) => (reference.properties.path.pattern = "^[A-Za-z0-9]+$"),
      "/path: pattern",
    ],
    [
      "a condition that is gone",
      ({ step }) => step.allOf.pop(),
      "what was demanded under the condition",
    ],
    [
      "a condition that demands less",
      ({ step }) => (step.allOf[1].then = {}),
      "/error: the type string was added",
    ],
    [
      "a wrong name that became right",
      ({ step }) => (step.properties.kind = { type: "string" }),
      "/kind: what was forbidden is allowed",
    ],
  ])("%s", (_, change, expected) => {
    expect(differences(change).join("\n")).toContain(expected);
  });

  test("each difference once, wherever its schema is referred to", () => {
    expect(differences(({ reference }) => reference.required.pop())).toEqual([
      'the whole: the field "path" is no longer required',
    ]);
  });

  test("a document without successor", () => {
    expect(differences(() => {}, { "spec/1.0/events/run-failed.schema.json": {} })).toEqual([
      ": events/run-failed.schema.json of version 1.0 has no successor",
    ]);
  });
});

describe("accepts", () => {
  test.each<[string, Change]>([
    ["nothing changed", () => {}],
    [
      "a new field, required or not",
      ({ step }) => {
        step.properties.upToSeq = { type: "integer" };
        step.required.push("upToSeq");
      },
    ],
    ["an optional field that is now required", ({ step }) => step.required.push("texts")],
    ["a narrower enum", ({ step }) => (step.properties.outcome = { const: "ok" })],
    ["a narrower type", ({ step }) => (step.properties.error.type = "string")],
    ["a narrower pattern", ({ reference }) => (reference.properties.path.pattern = "^[a-z]+$")],
    [
      "a requirement that moved out of an allOf",
      ({ step }) => {
        step.required.push("error");
        step.allOf.shift();
      },
    ],
    [
      "a condition that became a rule without one",
      ({ step }) => {
        step.properties.error.type = "null";
        step.allOf.pop();
      },
    ],
    [
      "another condition",
      ({ step }) => step.allOf.push({ if: { required: ["inner"] }, then: { required: ["texts"] } }),
    ],
    ["a field that is forbidden now", ({ step }) => (step.properties.kind = { not: {} })],
  ])("%s", (_, change) => {
    expect(differences(change)).toEqual([]);
  });

  test("a new event type", () => {
    expect(differences(() => {}, { "spec/1.1/events/run-waiting.schema.json": {} })).toEqual([]);
  });

  test("anything in the next major version", () => {
    const root = makeTree({ "spec/1.0/step.schema.json": step, "spec/2.0/step.schema.json": {} });
    expect(compatibility.run(root)).toEqual([]);
  });
});
