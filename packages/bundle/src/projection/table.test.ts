import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { goldenFixtures } from "../testing/fixtures.ts";

const text = new URL("../../../../spec/text/projections.md", import.meta.url);
const tables = readFileSync(text, "utf8").split(
  /^\| field \| type \| event and field \| present \|$/m,
);
const [stateRows, resultRows, stepRows] = tables.slice(1).map(rowsOf);

type Documents = readonly object[];
const golden = goldenFixtures();
const runs = golden.map((fixture) => fixture.json<Record<string, object>>("projections/run.json"));
const lives = golden.map((fixture) => fixture.json<object>("projections/live.json"));
const steps = golden.flatMap((fixture) => fixture.json<object[]>("projections/steps.json"));
const results = runs.flatMap((run) => Object.values(run["results"] ?? {}) as object[]);

it("names in the specification the fields that golden projections have", () => {
  expect(tables).toHaveLength(4);
  check(stateRows, runs);
  check(
    stateRows?.filter(({ present }) => !present.startsWith("`run.json` only")),
    lives,
  );
  check(resultRows, results);
  check(stepRows, steps);
});

interface Row {
  readonly field: string;
  readonly present: string;
}

function rowsOf(table: string): Row[] {
  const lines = table.split("\n").slice(2);
  const end = lines.findIndex((line) => !line.startsWith("|"));
  return lines.slice(0, end).flatMap((line) => {
    const cells = line.split("|");
    const names = [...(cells[1] ?? "").matchAll(/`(\w+)`/g)].map(([, name]) => name ?? "");
    return names.map((field) => ({ field, present: (cells[4] ?? "").trim() }));
  });
}

function check(rows: readonly Row[] = [], documents: Documents): void {
  const fields = new Set(documents.flatMap((document) => Object.keys(document)));
  expect([...fields].toSorted()).toEqual(rows.map(({ field }) => field).toSorted());
  for (const { field, present } of rows) {
    if (!/always/.test(present)) continue;
    for (const document of documents) expect(document).toHaveProperty([field]);
  }
}
