import { expect, test } from "vitest";
import type { ListedRun } from "../../state/state.ts";
import { countKinds, filterRuns, kindOf } from "./run-filter.ts";

const run = (id: string, fields: Partial<ListedRun>): ListedRun => ({
  id,
  name: id,
  origin: "served",
  ...fields,
});
const runs = [
  run("a", { status: "completed", startedAt: "2026-03-01T00:00:00Z", flowName: "nightly" }),
  run("b", { problem: "manifest.json: There is no such file" }),
  run("c", { status: "failed", startedAt: "2026-03-03T00:00:00Z", title: "Nightly of main" }),
  run("d", { status: "exploded", startedAt: "2026-03-02T00:00:00Z" }),
];
const ids = (found: readonly ListedRun[]): string => found.map(({ id }) => id).join("");

test("newest first, those without a time last", () => {
  expect(ids(filterRuns(runs, { text: "", kind: undefined }))).toBe("cdab");
});

test("by words, in any order and case", () => {
  expect(ids(filterRuns(runs, { text: " MAIN  nightly", kind: undefined }))).toBe("c");
  expect(ids(filterRuns(runs, { text: "nightly", kind: undefined }))).toBe("ca");
  expect(filterRuns(runs, { text: "nothing", kind: undefined })).toEqual([]);
});

test("by kind", () => {
  expect(runs.map(kindOf)).toEqual(["completed", "unreadable", "failed", "other"]);
  expect(ids(filterRuns(runs, { text: "", kind: "unreadable" }))).toBe("b");
  expect(countKinds(runs)).toEqual([
    { kind: "failed", count: 1 },
    { kind: "completed", count: 1 },
    { kind: "unreadable", count: 1 },
    { kind: "other", count: 1 },
  ]);
});
