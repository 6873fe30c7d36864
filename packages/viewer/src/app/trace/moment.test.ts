import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MomentReader } from "./moment.ts";
import { RowClock } from "./row-clock.ts";

describe("times", () => {
  test("are what Date.parse gives, in any order", () => {
    const times = fc.array(
      fc.date({ min: new Date("0000-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59.999Z") }),
    );
    fc.assert(
      fc.property(times, (dates) => {
        const reader = new MomentReader();
        for (const date of dates.filter((one) => Number.isFinite(one.getTime()))) {
          const text = date.toISOString();
          expect(reader.readExact(text)).toBe(date.getTime());
          expect(reader.read(text)).toBe(date.getTime());
        }
      }),
    );
  });

  test.each([
    "2026-02-30T10:00:00.000Z",
    "2026-13-01T10:00:00.000Z",
    "2026-01-01T24:00:00.000Z",
    "2026-01-01T23:60:00.000Z",
    "2026-01-01T23:59:60.000Z",
    "2026-01-01T23:59:5x.000Z",
    "2026-01-01 23:59:59.000Z",
    "2026-01-01T23:59:59.000+",
    "2026-01-01T10:00:00Z",
    "2026-01-01T10:00:00.000+02:00",
    "yesterday",
    "",
  ])("%s is left to Date.parse", (text) => {
    const reader = new MomentReader();
    expect(reader.readExact(text)).toBeUndefined();
    expect(reader.read(text)).toBe(Date.parse(text));
    // What was learned from it does no harm to the next one.
    expect(reader.readExact("2026-02-28T10:00:00.000Z")).toBe(Date.UTC(2026, 1, 28, 10));
  });
});

test("a clock has the last event by each row, as it was written", () => {
  const clock = new RowClock();
  clock.push(undefined);
  clock.push({ seq: 1, at: "2026-01-01T10:00:00.123Z" });
  clock.push(undefined);
  clock.push({ seq: 7, at: "2026-02-30T10:00:00.000Z" });
  clock.push(undefined);
  expect([-1, 0, 1, 2, 3, 4].map((row) => [clock.seqAt(row), clock.timeAt(row)])).toEqual([
    [0, ""],
    [0, ""],
    [1, "2026-01-01T10:00:00.123Z"],
    [1, "2026-01-01T10:00:00.123Z"],
    [7, "2026-02-30T10:00:00.000Z"],
    [7, "2026-02-30T10:00:00.000Z"],
  ]);
});
