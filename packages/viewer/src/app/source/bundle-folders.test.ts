import { expect, test } from "vitest";
import { bundlePrefixes, groupByBundle } from "./bundle-folders.ts";

test("a bundle in a bundle is none of its own", () => {
  expect(bundlePrefixes(["a/flow.json", "a/b/flow.json", "c/x.txt"])).toEqual(["a/"]);
  expect(bundlePrefixes(["flow.json", "b/flow.json"])).toEqual([""]);
  expect(bundlePrefixes(["x/a/trace.ndjson", "x/b/manifest.json"])).toEqual(["x/a/", "x/b/"]);
  expect(bundlePrefixes(["notes.txt"])).toEqual([]);
});

test("files go to the bundle that they lie in", () => {
  const files = ["x/a/flow.json", "x/a/sessions/s/flow.json", "x/readme.md", "x/b/flow.json"].map(
    (path) => ({ path }),
  );
  const groups = groupByBundle(files, ["x/a/", "x/b/"]);
  expect([...groups].map(([prefix, own]) => [prefix, own.length])).toEqual([
    ["x/a/", 2],
    ["x/b/", 1],
  ]);
});

test("ten thousand files of a thousand bundles take one pass", () => {
  const files = Array.from({ length: 10_000 }, (_, i) => ({
    path: `runs/r${i % 1000}/${i < 1000 ? "manifest.json" : `artifacts/a${i}.txt`}`,
  }));
  const prefixes = bundlePrefixes(files.map(({ path }) => path));
  expect(prefixes).toHaveLength(1000);
  const groups = groupByBundle(files, prefixes);
  expect([...groups.values()].every((own) => own.length === 10)).toBe(true);
});
