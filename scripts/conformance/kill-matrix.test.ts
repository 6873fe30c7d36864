import { beforeAll, describe, expect, test } from "vitest";
import { roles } from "../../packages/conformance/src/cases/case.ts";
import { checks } from "../../packages/conformance/src/checks/registry.ts";
import { saboteurs } from "../../packages/conformance/saboteurs/all.ts";
import { honestFailures, killAll } from "./kill-matrix/kill.ts";
import type { Kill } from "./kill-matrix/kill.ts";
import { killMatrix } from "./kill-matrix/matrix.ts";
import { readRecorded, recordOf } from "./kill-matrix/recorded.ts";

// Implementations that are wrong in one way each. A check that lets the one pass that it names checks nothing.
describe("saboteurs", () => {
  let kills: readonly Kill[] = [];

  beforeAll(async () => {
    kills = await killAll(2);
    for (const role of roles) console.log(`${role}s\n${killMatrix(kills, role)}\n`);
  }, 240_000);

  test("there is one for every check, and none for a check that does not exist", () => {
    const ids = roles.flatMap((role) => checks[role].map(({ id }) => id));
    expect([...new Set(saboteurs.map(({ check }) => check))].toSorted()).toEqual(ids.toSorted());
  });

  test("each is wrong and works: it answers, and is not broken", () => {
    expect(kills.flatMap(({ id, broken }) => broken.map((what) => `${id}: ${what}`))).toEqual([]);
  });

  test("each is killed by the check that names it, in every case that shows it", () => {
    expect(
      kills.filter(({ survived }) => survived.length > 0).map(({ id, survived }) => [id, survived]),
    ).toEqual([]);
  });

  test("the record for docs/conformance/kill-matrix.md is what a run gives", () => {
    expect(readRecorded(), "node scripts/conformance/kill-matrix.ts").toEqual(recordOf(kills));
  });

  test("the adapter that they share is right when it is told to be", async () => {
    expect(await honestFailures(2)).toEqual([]);
  }, 120_000);
});
