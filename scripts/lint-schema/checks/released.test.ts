import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freeze } from "../freeze.ts";
import { makeTree, writeTree } from "../../lib/testing/tree.ts";
import { released } from "./released.ts";

function frozenTree(): string {
  const root = makeTree({
    "spec/1.0/manifest.schema.json": { type: "object" },
    "spec/1.0/events/run-started.schema.json": {},
    "spec/1.1/manifest.schema.json": {},
  });
  freeze(root, "1.0");
  return root;
}

const found = (root: string): string[] =>
  released.run(root).map(({ file, message }) => `${file} ${message}`);

test("nothing is released before the first version is frozen", () => {
  expect(released.run(makeTree({ "spec/1.0/manifest.schema.json": {} }))).toEqual([]);
});

test("a frozen folder that stays as it is, beside one that moves", () => {
  const root = frozenTree();
  writeTree(root, { "spec/1.1/manifest.schema.json": { type: "object" } });
  expect(found(root)).toEqual([]);
});

test("finds a changed file", () => {
  const root = frozenTree();
  writeTree(root, { "spec/1.0/manifest.schema.json": '{ "type": "object" }' });
  expect(found(root)).toEqual([
    "spec/1.0/manifest.schema.json was changed, but version 1.0 is released and frozen",
  ]);
});

test("finds added and missing files", () => {
  const root = frozenTree();
  writeTree(root, { "spec/1.0/seal.schema.json": {} });
  rmSync(join(root, "spec/1.0/events"), { recursive: true });
  expect(found(root)).toEqual([
    "spec/1.0/events/run-started.schema.json is missing, but version 1.0 is released and frozen",
    "spec/1.0/seal.schema.json was added, but version 1.0 is released and frozen",
  ]);
});

test("finds digests that cannot be used", () => {
  expect(found(makeTree({ "spec/released.json": [] }))[0]).toContain("cannot be used");
  expect(found(makeTree({ "spec/released.json": { "1.0": "yes" } }))[0]).toContain(
    "cannot be used",
  );
});

test("freezes a version once", () => {
  const root = frozenTree();
  expect(() => freeze(root, "1.0")).toThrow("frozen already");
  expect(() => freeze(root, "2.0")).toThrow("no folder spec/2.0");
});
