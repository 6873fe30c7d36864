import { memorySource } from "@flow-bundle/bundle";
import { nodeSha256 } from "@flow-bundle/bundle/node";
import type { BundleReport } from "@flow-bundle/schema";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fixtureFiles } from "../testing/bundles.ts";
import { byteMutation, type Files, jsonMutation, type Mutation } from "../testing/mutations.ts";
import { failingSource, watchedSource } from "../testing/watched-source.ts";
import { validateBundle } from "./validate.ts";

const names = [
  "valid/1.1-shell",
  "valid/1.1-acp-isolated",
  "valid/1.1-resumed",
  "valid/1.1-running",
  "valid/1.1-crash-resumed",
  "valid/1.1-large-output",
  "valid/1.1-hostile-names",
  "third-party/acpx-0.19.1/acp-two-turn",
  "third-party/acpx-0.15.1/acp-timeout-hard",
  "third-party/acpx-0.10.0/sigint-acp",
  "third-party/acpx-0.4.0/checkpoint",
];
const bundles = new Map(names.map((name) => [name, fixtureFiles(name)]));
const base = fc.constantFrom(...names);
const runs = Number(process.env["FUZZ_RUNS"] ?? 400);

/** What everybody's objects inherit. */
const inherited = (): string =>
  [Object.prototype, Array.prototype, Function.prototype]
    .map((prototype) => JSON.stringify(Object.getOwnPropertyDescriptors(prototype)))
    .join();
const before = inherited();

/** Checks a damaged bundle, and that it cost no more than its size allows. */
async function judge(files: Files): Promise<BundleReport> {
  let size = 0;
  for (const bytes of files.values()) size += bytes.length;
  const { source, watch } = watchedSource(memorySource("bundle", files, nodeSha256));
  const start = performance.now();
  const report = await validateBundle(source);
  // Each file is read for its content, its digest, the places of its findings, and what projections repeat.
  const { length } = report.findings;
  expect(watch.bytes).toBeLessThanOrEqual(6 * size + 8192 * length + 4096);
  expect(performance.now() - start).toBeLessThan(20_000 + size / 10);
  const { error, warning, info } = report.counts;
  expect(error + warning + info).toBeLessThanOrEqual(1000 + size / 20);
  const listed = report.findings.reduce((sum, { count = 1 }) => sum + count, 0);
  expect(listed).toBe(error + warning + info);
  expect(JSON.stringify(report).length).toBeLessThan(40 * size + 1_000_000);
  return report;
}

function damaged(name: string, mutations: readonly Mutation[]): Files {
  const files = new Map(bundles.get(name));
  for (const mutation of mutations) mutation.apply(files);
  return files;
}

describe("damaged bundles get a verdict, whatever the damage", () => {
  test.each([
    ["bytes", fc.array(byteMutation, { minLength: 1, maxLength: 5 })],
    ["values", fc.array(jsonMutation, { minLength: 1, maxLength: 5 })],
    ["both", fc.array(fc.oneof(byteMutation, jsonMutation), { minLength: 2, maxLength: 8 })],
  ])("%s", async (_, mutations) => {
    await fc.assert(
      fc.asyncProperty(base, mutations, async (name, list) => {
        const report = await judge(damaged(name, list));
        expect(["valid", "invalid", "undetermined"]).toContain(report.verdict);
      }),
      { numRuns: runs },
    );
  });

  test("the same bytes give the same report", async () => {
    await fc.assert(
      fc.asyncProperty(base, fc.array(jsonMutation, { maxLength: 3 }), async (name, list) => {
        const changed = damaged(name, list);
        expect(await judge(changed)).toEqual(await judge(new Map([...changed].toReversed())));
      }),
      { numRuns: runs / 8 },
    );
  });
});

test("files that cannot be read are findings, and nothing is thrown", async () => {
  await fc.assert(
    fc.asyncProperty(base, fc.array(fc.boolean(), { maxLength: 60 }), async (name, plan) => {
      let call = 0;
      const source = failingSource(
        memorySource("bundle", damaged(name, [])),
        () => plan[call++] ?? false,
      );
      const { verdict } = await validateBundle(source);
      expect(["valid", "invalid", "undetermined"]).toContain(verdict);
    }),
    { numRuns: runs },
  );
});

test("a file that can never be read is told once", async () => {
  for (const [name, files] of bundles) {
    for (const path of files.keys()) {
      const source = failingSource(memorySource(name, files), (asked) => asked === path);
      const { verdict, findings } = await validateBundle(source);
      const told = findings.filter(
        ({ ruleId, file }) => ruleId === "bundle/unreadable" && file === path,
      );
      expect({ path, verdict, told: told.map(({ count }) => count) }).toEqual({
        path,
        verdict: expect.stringMatching(/^undetermined$|^invalid$/),
        told: [1],
      });
    }
  }
});

test("after all that, objects inherit what they did before", () => {
  expect(inherited()).toBe(before);
});
