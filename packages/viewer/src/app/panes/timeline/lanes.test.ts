import { describe, expect, it } from "vitest";
import type { AttemptRow, Batch } from "../../trace/batch.ts";
import { ChangeList } from "../../trace/changes.ts";
import { rowBuffer } from "../../trace/rows.ts";
import { TraceTable } from "../../trace/trace-table.ts";
import { barsOf, layOut, outcomeOfBar, type View } from "./lanes.ts";

interface Given {
  readonly node: string;
  readonly from: number;
  readonly to?: number;
  readonly outcome?: AttemptRow["outcome"];
}

/** A table with two rows for each attempt. */
function tableOf(given: readonly Given[]): TraceTable {
  const rows = rowBuffer();
  const attempts = given.map(({ node, from, to, outcome = "ok" }, index): AttemptRow => {
    for (const time of [from, to ?? from]) {
      const i = rows.add();
      rows.columns.seqs[i] = i + 1;
      rows.columns.times[i] = time;
      rows.columns.attempts[i] = index;
    }
    const ended = to === undefined ? undefined : 2 * index + 1;
    return {
      index,
      attemptId: `${node}#${index}`,
      nodeId: node,
      nodeType: "compute",
      startedRow: 2 * index,
      startedSeq: 2 * index + 1,
      startedAt: from,
      finishedRow: ended,
      finishedAt: to,
      outcome: to === undefined ? null : outcome,
      durationMs: undefined,
      error: null,
      sessionId: undefined,
    };
  });
  const batch: Batch = {
    firstRow: 0,
    rows: rows.take(),
    newTypes: [],
    attempts,
    changes: new ChangeList().slice(0),
    newTexts: [],
    sessions: [],
    artifacts: [],
    endOffset: 0,
  };
  const table = new TraceTable();
  table.append(batch);
  return table;
}

const all = { left: 0, right: 1, pixels: 1000 };

function barsAt(table: TraceTable, view: View, row: number) {
  const model = layOut(table);
  return model.lanes.flatMap((lane) =>
    barsOf(table, lane, model, view).map((bar) => ({
      ...bar,
      outcome: outcomeOfBar(table, lane, bar, row),
    })),
  );
}

describe("layOut", () => {
  it("has a lane for each node, in the order of the first visit", () => {
    const { lanes, axis } = layOut(
      tableOf([
        { node: "b", from: 0, to: 10 },
        { node: "a", from: 10, to: 20 },
        { node: "b", from: 20, to: 30 },
      ]),
    );
    expect(lanes.map(({ nodeId, indices }) => [nodeId, indices])).toEqual([
      ["b", [0, 2]],
      ["a", [1]],
    ]);
    expect([axis.from, axis.to]).toEqual([0, 30]);
  });

  it("takes the silence of an attempt that was cut off for a gap", () => {
    const { axis } = layOut(
      tableOf([
        { node: "a", from: 0, to: 100_000, outcome: "cancelled" },
        { node: "a", from: 100_000, to: 101_000 },
      ]),
    );
    expect(axis.gaps).toMatchObject([{ from: 0, to: 100_000 }]);
  });

  it("stands an empty trace and attempts without a time", () => {
    expect(layOut(new TraceTable()).lanes).toEqual([]);
    const model = layOut(tableOf([{ node: "a", from: Number.NaN, to: Number.NaN }]));
    expect(model.timeless).toBe(1);
  });
});

describe("barsOf", () => {
  it("shows the outcome as of the row", () => {
    const table = tableOf([
      { node: "a", from: 0, to: 50, outcome: "failed" },
      { node: "a", from: 50, to: 100 },
    ]);
    const outcomes = (row: number) => barsAt(table, all, row).map(({ outcome }) => outcome);
    expect(outcomes(3)).toEqual(["failed", "ok"]);
    expect(outcomes(1)).toEqual(["failed", "later"]);
    expect(outcomes(0)).toEqual(["open", "later"]);
  });

  it("joins what cannot be told apart, and says how many with the gravest outcome", () => {
    const table = tableOf(
      Array.from({ length: 40_000 }, (_, i) => ({
        node: i % 2 === 0 ? "a" : "b",
        from: i * 10,
        to: i * 10 + 9,
        outcome: i === 20_000 ? ("failed" as const) : ("ok" as const),
      })),
    );
    const bars = barsAt(table, all, table.lastRow);
    expect(bars.length).toBeLessThan(600);
    const lane = bars.slice(0, bars.length / 2 - 5);
    for (const [i, { left, width }] of lane.entries()) {
      expect(lane[i + 1]?.left ?? Infinity).toBeGreaterThanOrEqual(left + width);
    }
    expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(40_000);
    expect(bars.filter(({ outcome }) => outcome === "failed")).toHaveLength(1);
    const zoomed = { left: 0.5, right: 0.5005, pixels: 1000 };
    const near = barsAt(table, zoomed, table.lastRow);
    expect(near.every(({ count }) => count === 1)).toBe(true);
    expect(near.length).toBeGreaterThan(15);
  });
});

it("a bar looks the same whichever way the replay comes to a row", () => {
  const table = tableOf([
    { node: "a", from: 0, to: 1, outcome: "failed" },
    { node: "a", from: 1, to: 2 },
    { node: "b", from: 2, to: 1000 },
    { node: "a", from: 1000 },
  ]);
  const model = layOut(table);
  const rows = [-1, 0, 1, 2, 3, 4, 5, 6, 7];
  const fresh = rows.map((row) => barsAt(table, all, row).map(({ outcome }) => outcome));
  const bars = model.lanes.map((lane) => ({ lane, list: barsOf(table, lane, model, all) }));
  const there = [...rows, ...rows.toReversed(), 7, 0, 5].map((row) => ({
    row,
    outcomes: bars.flatMap(({ lane, list }) =>
      list.map((bar) => outcomeOfBar(table, lane, bar, row)),
    ),
  }));
  for (const { row, outcomes } of there) expect(outcomes).toEqual(fresh[row + 1]);
  expect(fresh[1]).toEqual(["open", "later", "later"]);
  expect(fresh.at(-1)).toEqual(["failed", "open", "ok"]);
});
