import { describe, expect, test } from "vitest";
import { rules } from "../../packages/schema/src/index.ts";
import { constraintName, constraintsOf } from "../generate/constraints.ts";
import { versions } from "../generate/spec.ts";
import { brokenDocuments, tableOf } from "./broken-documents.ts";
import { loadSchemaCases } from "./cases.ts";
import { brokenConstraints, checkOf, schemasOf } from "./compiled.ts";

/** Rules of the schema layer that a schema cannot express; code checks them. */
const inCode = new Set([
  "bundle/not-finished",
  "manifest/newer-minor",
  "manifest/unsupported-version",
]);

const cases = loadSchemaCases();
const broken = brokenDocuments(cases);

describe("fixtures/schema", () => {
  test("has a complete document of every schema with a compiled check", () => {
    for (const version of versions) {
      const documents = cases
        .filter((each) => each.version === version)
        .map(({ document }) => document);
      const expected = [...schemasOf(version).keys()].filter(
        (name) => checkOf(version, name) !== undefined,
      );
      expect(new Set(documents)).toEqual(new Set([...expected, "trace-event"]));
    }
  });

  test.each(cases)("$title", ({ version, document, value, rules: expected }) => {
    const problems = checkOf(version, document)?.(value) ?? [];
    expect(problems.map(({ ruleId }) => ruleId).toSorted()).toEqual(expected);
    for (const { message } of problems) expect(message).toMatch(/^[^\n]{10,400}$/);
  });
});

describe.each(versions)("every constraint of %s", (version) => {
  const mine = broken.filter((each) => each.version === version);

  test("makes a document invalid when it is broken", () => {
    for (const { constraint, document, value } of mine) {
      expect(checkOf(version, document)?.(value), `${constraint} in ${document}`).not.toEqual([]);
    }
  });

  test("is broken by some document", () => {
    const wrong = cases.filter((each) => each.version === version && !each.valid);
    const seen = new Set(
      [...mine, ...wrong].flatMap(({ document, value }) =>
        brokenConstraints(version, document, value).map(({ constraint }) => constraint),
      ),
    );
    const all = [...tableOf(version)]
      .filter(([name]) => name !== "trace-event")
      .flatMap(([name, schema]) => constraintsOf(schema).map((each) => constraintName(name, each)));
    expect(all.length).toBeGreaterThan(400);
    expect(all.filter((constraint) => !seen.has(constraint))).toEqual([]);
  });
});

test("every rule of the schema layer is raised by a case of its own", () => {
  const raised = new Set(cases.flatMap((each) => each.rules));
  const expected = rules
    .filter(({ layer, id }) => layer === "schema" && !inCode.has(id))
    .map(({ id }) => id);
  expect(expected.length).toBeGreaterThan(50);
  expect(expected.filter((id) => !raised.has(id))).toEqual([]);
});

test("no constraint names a rule that the catalogue lacks, or that another layer has", () => {
  const layers = new Map(rules.map(({ id, layer }) => [id, layer]));
  const named = new Set(
    broken.flatMap(({ version, document, value }) =>
      brokenConstraints(version, document, value).map(({ ruleId }) => ruleId),
    ),
  );
  expect([...named].filter((id) => layers.get(id) !== "schema")).toEqual([]);
});
