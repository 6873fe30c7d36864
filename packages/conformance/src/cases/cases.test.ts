import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, test } from "vitest";
import { loadBundle } from "../mutate/load-folder.ts";
import { digestOf } from "../mutate/workspace.ts";
import { shapeProblems } from "../protocol/shape.ts";
import { loadBase } from "./bases.ts";
import { loadCorpus } from "./load.ts";
import { materialise } from "./materialise.ts";
import { selectCases } from "./select.ts";

const corpus = loadCorpus();
const folder = mkdtempSync(join(tmpdir(), "cases-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the corpus", () => {
  it("is in order of ids, and each case has the form of a case", () => {
    const ids = corpus.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
    const wrong = corpus.flatMap(({ file: _file, ...item }) => shapeProblems("case", item));
    expect(wrong).toEqual([]);
  });

  it("has the capabilities of a case beside it, none for the core", () => {
    const find = (id: string) => corpus.find((item) => item.id === id)?.capabilities;
    expect(find("reader/bundle/1.1-retry-loop")).toEqual([]);
    expect(find("reader/torn/1.1-acp-two-turn/001-half")).toEqual(["acp", "torn-tail"]);
  });
});

describe("selection", () => {
  const count = (selection: Parameters<typeof selectCases>[1]) =>
    selectCases(corpus, selection).length;

  it("takes cases of a role whose capabilities were declared", () => {
    const core = selectCases(corpus, { role: "reader", capabilities: [] });
    expect(core.length).toBeGreaterThan(100);
    expect(core.every(({ capabilities }) => capabilities.length === 0)).toBe(true);
    expect(count({ role: "reader", capabilities: ["acp"] })).toBeGreaterThan(core.length);
  });

  it("takes patterns, ids and versions", () => {
    expect(count({ only: ["reader/bundle/1.1-shell"] })).toBe(1);
    expect(count({ only: ["reader/damage/*", "reader/text/*"] })).toBe(38);
    const versions = selectCases(corpus, { specVersions: ["1.0"] });
    expect(versions.every(({ specVersions }) => specVersions.includes("1.0"))).toBe(true);
    expect(versions.length).toBeGreaterThan(100);
  });

  it("leaves out what is contested or retired", () => {
    const [first] = corpus;
    if (first === undefined) throw new Error("there is no case");
    const cases = [first, { ...first, status: "retired" as const }];
    expect(selectCases(cases, {})).toEqual([first]);
    expect(selectCases(cases, { statuses: ["retired"] })).toHaveLength(1);
  });
});

test("a bundle is handed over as a copy, mutated; the base stays as it is", async () => {
  const item = corpus.find(({ id }) => id === "reader/torn/1.1-resumed/001-half");
  if (item?.bundle === undefined) throw new Error("there is no such case");
  const before = digestOf(loadBase(item.bundle.base));
  const path = await materialise(item, folder);
  const trace = readFileSync(join(path ?? "", "trace.ndjson"));
  expect(trace.at(-1)).not.toBe(0x0a);
  expect(digestOf(loadBundle(path ?? ""))).not.toBe(before);
  expect(digestOf(loadBase(item.bundle.base))).toBe(before);
});
