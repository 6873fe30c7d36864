import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { rules } from "../../packages/schema/src/index.ts";
import { visit } from "../generate/resources.ts";
import { readSchema, root, type Schema, versions } from "../generate/spec.ts";
import { schemasOf } from "./compiled.ts";

/** The order in which keywords stand in every schema. */
const order = `
  $schema $id title description x-rule x-instead x-expected type const enum $ref
  required properties additionalProperties items pattern minLength minimum not allOf anyOf oneOf if then else $defs
`
  .trim()
  .split(/\s+/);

const ofVersions = versions.flatMap((version) =>
  [...schemasOf(version)].map(([name, schema]) => [`${version}/${name}`, schema] as const),
);
const others = ["view-model", "report"].map(
  (name) => [name, readSchema(join(root, "spec", `${name}.schema.json`))] as const,
);
const all = [...ofVersions, ...others];

/** Every part of a schema, with its path. */
function partsOf(schema: Schema): { part: Schema; path: readonly string[] }[] {
  const parts: { part: Schema; path: readonly string[] }[] = [];
  visit(schema, (part, path) => parts.push({ part, path }));
  return parts;
}

/** Parts that describe a property, where the property is declared. */
function propertiesOf(schema: Schema) {
  return partsOf(schema).filter(({ path }) => path.at(-2) === "properties" && !path.includes("if"));
}

describe.each(all)("%s", (_name, schema) => {
  test("has a title and a description, and every property has a description", () => {
    expect(schema.title).toMatch(/^[A-Z][A-Za-z ]+$/);
    expect(schema.description).toMatch(/\.$/);
    const silent = propertiesOf(schema).filter(
      ({ part }) => !/^[A-Z`].*\.$/s.test(part.description ?? ""),
    );
    expect(silent.map(({ path }) => path.join("/"))).toEqual([]);
  });

  test("keeps the order of keywords, and uses no others", () => {
    for (const { part, path } of partsOf(schema)) {
      const keywords = Object.keys(part);
      const sorted = order.filter((keyword) => keywords.includes(keyword));
      expect(keywords, path.join("/")).toEqual(sorted);
    }
  });

  test("has patterns that mean the same everywhere", () => {
    // Printable ASCII, anchored at both ends, no escapes but of the dot, no lookaround.
    const portable = /^\^(?:[\x20-\x27\x29-\x5b\x5d-\x7e]|\((?!\?)|\\\.)*\$$/;
    const patterns = partsOf(schema).flatMap(({ part }) => part.pattern ?? []);
    expect(patterns.filter((pattern) => !portable.test(pattern))).toEqual([]);
  });

  test("says in words what its patterns ask for", () => {
    const silent = partsOf(schema).filter(
      ({ part }) => part["x-rule"] !== undefined && part.pattern && !part["x-expected"],
    );
    expect(silent.map(({ path }) => path.join("/"))).toEqual([]);
  });
});

test("every schema compiles in strict mode", () => {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
  ajv.addVocabulary(["x-rule", "x-instead", "x-expected"]);
  for (const [, schema] of all) ajv.addSchema(schema as object);
  for (const [, schema] of all) {
    expect(ajv.getSchema(schema.$id as string)).toBeTypeOf("function");
  }
});

test("every rule that a schema names is in the catalogue", () => {
  const known = new Set(rules.map(({ id }) => id));
  const named = ofVersions.flatMap(([, schema]) =>
    partsOf(schema).flatMap(({ part }) => leaves(part["x-rule"])),
  );
  expect(named.length).toBeGreaterThan(500);
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});

test("kind and snake_case are wrong names, name a rule and say what is right", () => {
  const wrong = ofVersions
    .filter(([name]) => !name.endsWith("/session-record"))
    .flatMap(([, schema]) => propertiesOf(schema))
    .filter(({ path }) => /^kind$|_/.test(path.at(-1) as string));
  expect(wrong.length).toBeGreaterThan(200);
  const unfit = wrong.filter(
    ({ part, path }) =>
      part.not === undefined ||
      !String(part["x-rule"]).endsWith("/wrong-name") ||
      (path.at(-1) !== "kind" && part["x-instead"] === undefined),
  );
  expect(unfit.map(({ path }) => path.join("/"))).toEqual([]);
});

function leaves(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [];
}
