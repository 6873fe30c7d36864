import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  capabilities,
  checks,
  judge,
  judgeBundle,
  loadCorpus,
  obstacle,
  type Case,
} from "@flow-bundle/conformance";
import { beforeAll, describe, expect, it } from "vitest";
import { loadChapters, readRequirements } from "../docs/requirements.ts";
import { fixtures, root } from "../fixtures/places.ts";
import { givenIds } from "./ids/add.ts";
import { compareViews } from "./views/files.ts";
import { expectedViews, readInProcess, withBundle } from "./views/make.ts";

const corpus = loadCorpus();
const active = corpus.filter(({ status }) => status === "active");
const every = new Set(capabilities.map(({ name }) => name));
const of = (role: Case["role"]) => active.filter((item) => item.role === role);

describe("the corpus", () => {
  it("has at least 150 cases for readers and validators", () => {
    expect(of("reader").length + of("validator").length).toBeGreaterThan(150);
  });

  it("keeps every id that was ever given away, and has listed those it has", () => {
    const ids = new Set(corpus.map(({ id }) => id));
    const given = givenIds();
    expect(given.filter((id) => !ids.has(id))).toEqual([]);
    expect(
      [...ids].filter((id) => !given.includes(id)),
      "node scripts/conformance/ids.ts",
    ).toEqual([]);
  });

  it("names requirements and capabilities that there are", () => {
    const known = new Set(
      loadChapters(root).flatMap((chapter) =>
        readRequirements(chapter).requirements.map(({ id }) => id),
      ),
    );
    const unknown = corpus.flatMap((item) => [
      ...item.requirements.filter((id) => !known.has(id)).map((id) => `${item.id}: ${id}`),
      ...item.capabilities.filter((name) => !every.has(name)).map((name) => `${item.id}: ${name}`),
    ]);
    expect(unknown).toEqual([]);
    const ofChecks = Object.values(checks).flat();
    expect(
      ofChecks.flatMap(({ requirements }) => requirements.filter((id) => !known.has(id))),
    ).toEqual([]);
  });

  it("starts from bundles that are there", () => {
    const bases = new Set(corpus.flatMap(({ bundle }) => bundle?.base ?? []));
    expect([...bases].filter((base) => !existsSync(join(fixtures, base)))).toEqual([]);
  });

  it("expects something of every reader and validator", () => {
    const nothing = corpus.filter(
      ({ role, expect: { view, refused, partial, verdict } }) =>
        (role === "reader" && view === undefined && refused === undefined && partial !== true) ||
        (role === "validator" && verdict === undefined),
    );
    expect(nothing).toEqual([]);
  });

  it("gives every capability of readers and validators a case, or a check", () => {
    const used = new Set(corpus.flatMap((item) => item.capabilities));
    const checked = new Set(
      Object.values(checks).flatMap((list) => list.map((check) => check.capability)),
    );
    const idle = capabilities.filter(
      ({ name, roles }) => !roles.includes("producer") && !used.has(name) && !checked.has(name),
    );
    expect(idle).toEqual([]);
  });
});

describe("our reader and our validator", () => {
  let unexpected: string[];
  beforeAll(() => {
    unexpected = [];
  });

  it("views are those that our reader gives", async () => {
    const { files, problems } = await expectedViews();
    expect(problems).toEqual([]);
    expect(compareViews(files)).toEqual([]);
  });

  it("the reader passes every case", async () => {
    for (const item of of("reader")) {
      if (obstacle(item) !== undefined) continue;
      const results = await judge({ item, answer: await readInProcess(item), folder: "" }, every);
      expect(results.length, item.id).toBeGreaterThan(0);
      unexpected.push(...describeFailures(results));
    }
    expect(unexpected).toEqual([]);
  });

  it("the validator passes every case", async () => {
    for (const item of of("validator")) {
      if (obstacle(item) !== undefined) continue;
      const answer = await withBundle(item, judgeBundle);
      unexpected.push(...describeFailures(await judge({ item, answer, folder: "" }, every)));
    }
    expect(unexpected).toEqual([]);
  });
});

function describeFailures(results: Awaited<ReturnType<typeof judge>>): string[] {
  return results
    .filter(({ status }) => status !== "pass")
    .map(({ caseId, checkId, message }) => `${caseId} ${checkId}: ${message}`);
}
