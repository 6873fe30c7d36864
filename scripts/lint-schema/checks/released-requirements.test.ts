import { expect, test } from "vitest";
import { makeTree, writeTree } from "../../lib/testing/tree.ts";
import { freeze } from "../freeze.ts";
import { releasedRequirements } from "./released-requirements.ts";

const requirement = (id: string, version: string) =>
  `<a id="${id}"></a>**[${id}]** (${version}) It MUST be so.\n`;
const chapter = (...requirements: readonly string[]) => ({
  "spec/text/trace.md": requirements.join("\n"),
});
const old = [requirement("trace-seq", "1.0"), requirement("trace-ids", "1.0")];

function frozenTree(): string {
  const root = makeTree({ "spec/1.0/manifest.schema.json": {}, ...chapter(...old) });
  freeze(root, "1.0");
  return root;
}

const found = (root: string): string[] =>
  releasedRequirements.run(root).map(({ place, message }) => `${place} ${message}`);

test("nothing is released before the first version is frozen", () => {
  expect(found(makeTree(chapter(...old)))).toEqual([]);
});

test("a released version as it was, and a new requirement of the next", () => {
  const root = frozenTree();
  writeTree(root, chapter(...old, requirement("seal-trace", "1.1")));
  expect(found(root)).toEqual([]);
});

test("finds what was added, removed or moved to another version", () => {
  const root = frozenTree();
  writeTree(
    root,
    chapter(requirement("trace-seq", "1.1"), requirement("trace-at", "1.0"), old[1] ?? ""),
  );
  expect(found(root)).toEqual([
    "[trace-seq] is missing, or has another version, but version 1.0 is released",
    "[trace-at] was added, but version 1.0 is released",
  ]);
});

test("finds a list that cannot be used", () => {
  const file = "spec/released-requirements.json";
  expect(found(makeTree({ [file]: [] }))[0]).toContain("cannot be used");
  expect(found(makeTree({ [file]: { "1.0": "all" } }))[0]).toContain("cannot be used");
});
