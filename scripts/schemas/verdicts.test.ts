import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Version } from "../generate/spec.ts";
import { brokenDocuments } from "./broken-documents.ts";
import { loadSchemaCases } from "./cases.ts";
import { checkOf } from "./compiled.ts";
import { bundleDocuments, type FixtureDocument, mutantDocuments } from "./documents.ts";
import { ajvJudge, hyperjumpJudge, type Judge, sourcemetaJudge } from "./other-validators.ts";

const hyperjump = hyperjumpJudge();
afterAll(hyperjump.close);

/** Each judge, and how many documents of each schema it gets. The bundled file has the same schemas: some will do. */
const judges: readonly (readonly [name: string, judge: Judge, most: number])[] = [
  ["ajv", ajvJudge(), Infinity],
  ["@hyperjump/json-schema", hyperjump.judge, Infinity],
  ["@sourcemeta/jsonschema", sourcemetaJudge({ bundled: false }), Infinity],
  ["@sourcemeta/jsonschema with the bundled file", sourcemetaJudge({ bundled: true }), 20],
];

/** Documents by version and schema, each different one once. */
const groups = new Map<
  string,
  { version: Version; document: string; items: (FixtureDocument & { ours: boolean })[] }
>();
const sources = { bundles: 0, mutants: 0, cases: 0 };

beforeAll(async () => {
  const bundles = bundleDocuments();
  const mutants = await mutantDocuments();
  const schemaCases = loadSchemaCases();
  const cases = [
    ...schemaCases.map(({ title, ...rest }) => ({ place: title, ...rest })),
    ...brokenDocuments(schemaCases).map(({ constraint, ...rest }) => ({
      place: constraint,
      ...rest,
    })),
  ];
  Object.assign(sources, { bundles: bundles.length, mutants: mutants.length, cases: cases.length });
  const seen = new Set<string>();
  for (const found of [...bundles, ...mutants, ...cases]) {
    const value = wellFormed(found.value);
    const key = `${found.version} ${found.document}`;
    const identity = `${key} ${JSON.stringify(value)}`;
    if (seen.has(identity)) continue;
    seen.add(identity);
    const ours = checkOf(found.version, found.document)?.(value).length === 0;
    const group = groups.get(key) ?? {
      version: found.version,
      document: found.document,
      items: [],
    };
    group.items.push({ ...found, value, ours });
    groups.set(key, group);
  }
});

describe("our compiled checks and the published schemas give the same verdict", () => {
  test("there is enough to judge", () => {
    expect(sources.bundles).toBeGreaterThan(1000);
    expect(sources.cases).toBeGreaterThan(1000);
    const verdicts = [...groups.values()].flatMap(({ items }) => items.map(({ ours }) => ours));
    expect(verdicts.filter((valid) => valid).length).toBeGreaterThan(1000);
    expect(verdicts.filter((valid) => !valid).length).toBeGreaterThan(1000);
  });

  test.each(judges)("%s", async (_name, judge, most) => {
    const differences: string[] = [];
    for (const { version, document, items: all } of groups.values()) {
      const items = all.slice(0, most);
      const verdicts = await judge(
        version,
        document,
        items.map(({ value }) => value),
      );
      items.forEach(({ place, ours }, index) => {
        if (verdicts[index] !== ours)
          differences.push(`${place}: ours ${ours}, theirs ${verdicts[index]}`);
      });
    }
    expect(differences).toEqual([]);
  });
});

test("documents of 1.1 satisfy the schemas of 1.0", async () => {
  const newer = [...groups.values()].filter(({ version }) => version === "1.1");
  const differences: string[] = [];
  for (const { document, items } of newer) {
    for (const { place, ours, value } of items) {
      const problems = ours ? checkOf("1.0", document)?.(value) : [];
      if (problems && problems.length > 0) differences.push(`${place}: ${problems[0]?.message}`);
    }
  }
  expect(differences).toEqual([]);
});

/** The value with each lone surrogate replaced: not every JSON library reads them, and no schema looks at them. */
function wellFormed(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll(/\\ud[89a-f][0-9a-f]{2}/g, "\\ufffd"));
}
