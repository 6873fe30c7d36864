import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { directorySource } from "@flow-bundle/bundle/node";
import { validateBundle } from "@flow-bundle/validator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cases } from "./cases.ts";
import { areSame, compare } from "./compare.ts";
import { differences } from "./differences/all.ts";
import { mutants } from "./mutants.ts";
import { isAlwaysRun } from "./recorded.ts";
import { study } from "./study.ts";
import type { Studied } from "./study.ts";

// Flows written for acpx are run by acpx and by ours, unchanged. With FLOW_DIFFERENTIAL=all acpx runs all of them; else
// what it made of most flows with agents and commands is taken from fixtures/differential/expected.

let folder: string;
let studied: ReadonlyMap<string, Studied>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "differential-"));
  const isRun = process.env["FLOW_DIFFERENTIAL"] === "all" ? () => true : isAlwaysRun;
  const results = await study(cases, folder, isRun);
  studied = new Map(results.map((result) => [result.one.name, result]));
}, 600_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(cases.map(({ name }) => name))("%s", (name) => {
  const { acpx, ours } = studied.get(name)!.comparison;
  expect(ours).toEqual(acpx);
});

test("there are at least 30 flows", () => {
  expect(new Set(cases.map(({ file }) => file)).size).toBeGreaterThanOrEqual(30);
});

test("every difference of the list was seen", () => {
  const seen = new Set([...studied.values()].flatMap(({ comparison }) => comparison.differences));
  expect(differences.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
});

test("no change in a run goes unseen", () => {
  // One in so many: all of them take half a minute.
  const sample = 10;
  let count = 0;
  const unseen: string[] = [];
  for (const { one, acpx, ours } of studied.values()) {
    for (const { what, run } of mutants(ours)) {
      count++;
      if (count % sample === 0 && areSame(compare(one.name, acpx, run))) {
        unseen.push(`${one.name}: ${what}`);
      }
    }
  }
  expect(count).toBeGreaterThan(5000);
  expect(unseen).toEqual([]);
});

test("every bundle is valid", async () => {
  const found: string[] = [];
  for (const { one, oursObserved } of studied.values()) {
    const { bundle } = oursObserved;
    if (bundle === undefined) continue;
    const { findings } = await validateBundle(directorySource(bundle));
    for (const { ruleId, severity, message } of findings) {
      if (severity !== "info") found.push(`${one.name}: ${ruleId}: ${message}`);
    }
  }
  expect(found).toEqual([]);
});
