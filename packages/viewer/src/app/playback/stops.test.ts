import { describe, expect, it } from "vitest";
import { fileURLToPath } from "node:url";
import { loadValidators } from "@flow-bundle/schema";
import { directorySource } from "@flow-bundle/bundle/node";
import { positionTime } from "../state/selectors.ts";
import type { RunState } from "../state/state.ts";
import { TraceIndexer } from "../trace/indexer.ts";
import { readTrace } from "../trace/read-trace.ts";
import { TraceTable } from "../trace/trace-table.ts";
import { advance, attemptNumberAt, fittingSpeed, idleMs, neighbour, stopAt } from "./stops.ts";

async function tableOf(name: string): Promise<TraceTable> {
  const indexer = new TraceIndexer(await loadValidators("1.1"), "1.1", undefined);
  const path = fileURLToPath(new URL(`../../../../../fixtures/valid/${name}`, import.meta.url));
  const table = new TraceTable();
  await readTrace(directorySource(path), indexer, true, (batch) => table.append(batch));
  return table;
}

describe("stops", () => {
  it("are before the first event, after each attempt, and the end", async () => {
    const table = await tableOf("1.1-resumed");
    expect([0, 1, 2, 3].map((stop) => stopAt(table, stop))).toEqual([0, 3, 5, 10]);
    expect([0, 1, 2, 3, 4, 7, 8, 10].map((at) => attemptNumberAt(table, at))).toEqual([
      0, 0, 1, 1, 2, 2, 3, 3,
    ]);
  });

  it("have neighbours from anywhere", async () => {
    const table = await tableOf("1.1-resumed");
    const walk = (at: number, step: 1 | -1): (number | undefined)[] => {
      const stop = neighbour(table, at, step);
      return stop === undefined ? [] : [stopAt(table, stop), ...walk(stopAt(table, stop), step)];
    };
    expect(walk(0, 1)).toEqual([3, 5, 10]);
    expect(walk(10, -1)).toEqual([5, 3, 0]);
    expect(walk(6, 1)).toEqual([10]);
    expect(walk(6, -1)).toEqual([5, 3, 0]);
    expect(walk(4, 1)).toEqual([5, 10]);
    expect(walk(4, -1)).toEqual([3, 0]);
  });

  it("are there for an empty trace too", () => {
    const table = new TraceTable();
    expect([stopAt(table, 0), neighbour(table, 0, 1), neighbour(table, 0, -1)]).toEqual([
      0,
      undefined,
      undefined,
    ]);
  });
});

describe("advance", () => {
  it("plays attempts in their own time", async () => {
    const table = await tableOf("1.1-acp-two-turn");
    // Row 14 comes 5 seconds after row 13, while an attempt is open.
    const start = { at: 14, time: table.row(13)?.time ?? 0 };
    expect(advance(table, start, 1000, 1).at).toBe(14);
    expect(advance(table, start, 1000, 1).time).toBe(start.time + 1000);
    expect(advance(table, start, 1000, 20).at).toBeGreaterThan(14);
  });

  it("does not wait long while nothing runs", async () => {
    const table = await tableOf("1.1-resumed");
    const waiting = { at: 6, time: table.row(5)?.time ?? 0 };
    const soon = advance(table, waiting, idleMs / 2, 1);
    expect(soon.at).toBe(6);
    expect(advance(table, soon, idleMs / 2 + 1, 1).at).toBe(7);
  });

  it("stops at the end", async () => {
    const table = await tableOf("1.1-resumed");
    expect(advance(table, { at: 0, time: Number.NaN }, 1e9, 1000).at).toBe(table.rowCount);
    expect(advance(new TraceTable(), { at: 0, time: Number.NaN }, 16, 1).at).toBe(0);
  });
});

describe("positionTime", () => {
  it("moves between two rows, and is the row's own when the clock is elsewhere", async () => {
    const table = await tableOf("1.1-resumed");
    const run = { table } as RunState;
    const [own, next] = [table.row(5)?.time ?? 0, table.row(6)?.time ?? 0];
    const at = (time: number | undefined) =>
      positionTime(run, { at: 6 }, { playing: true, speed: 1, time });
    expect(at(own + 500)).toBe(own + 500);
    expect([at(undefined), at(own - 1), at(next + 1), at(Number.NaN)]).toEqual([
      own,
      own,
      own,
      own,
    ]);
    const playback = { playing: false, speed: undefined, time: undefined };
    expect(positionTime(run, {}, playback)).toBe(undefined);
    expect(positionTime(run, { at: 0 }, playback)).toBe(Number.NEGATIVE_INFINITY);
  });
});

it("a speed that fits into a minute", () => {
  expect([fittingSpeed(500), fittingSpeed(70_000), fittingSpeed(9e9)]).toEqual([1, 2, 1000]);
});
