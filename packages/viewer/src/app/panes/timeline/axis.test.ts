import { describe, expect, it } from "vitest";
import { buildAxis, ticksOf } from "./axis.ts";

describe("buildAxis", () => {
  it("is even where nothing is idle for long", () => {
    const axis = buildAxis({ from: 1000, to: 2000 }, [
      { from: 1000, to: 1500 },
      { from: 1520, to: 2000 },
    ]);
    expect(axis.gaps).toEqual([]);
    expect(axis.at(1250)).toBeCloseTo(0.25);
    expect(axis.timeAt(0.75)).toBeCloseTo(1750);
    expect([axis.at(0), axis.at(9999)]).toEqual([0, 1]);
  });

  it("is even in a short run, whatever its gaps are", () => {
    const axis = buildAxis({ from: 0, to: 100 }, [
      { from: 0, to: 10 },
      { from: 90, to: 100 },
    ]);
    expect(axis.gaps).toEqual([]);
    expect(axis.at(90)).toBeCloseTo(0.9);
  });

  it("draws a long idle gap shorter and keeps the rest to scale", () => {
    const hour = 3_600_000;
    const axis = buildAxis({ from: 0, to: hour + 2000 }, [
      { from: 0, to: 1000 },
      { from: hour + 1000, to: hour + 2000 },
    ]);
    expect(axis.gaps).toMatchObject([{ from: 1000, to: hour + 1000 }]);
    const [gap] = axis.gaps;
    expect((gap?.end ?? 0) - (gap?.start ?? 0)).toBeLessThan(0.1);
    expect(axis.at(1000)).toBeCloseTo(1 - axis.at(hour + 1000));
    for (const time of [0, 500, 1000, hour, hour + 1700]) {
      expect(axis.timeAt(axis.at(time))).toBeCloseTo(time, 3);
    }
  });

  it("gives the most of the width to what ran, however many gaps there are", () => {
    const busy = Array.from({ length: 1000 }, (_, i) => ({ from: i * 1000, to: i * 1000 + 1 }));
    const axis = buildAxis({ from: 0, to: 1_000_000 }, busy);
    const shown = axis.gaps.reduce((sum, { start, end }) => sum + end - start, 0);
    expect(axis.gaps.length).toBe(1000);
    expect(shown).toBeLessThan(0.4);
  });

  it("takes overlaps, and a whole without length", () => {
    expect(buildAxis({ from: 5, to: 5 }, []).at(5)).toBe(0);
    expect(buildAxis({ from: Number.NaN, to: 5 }, []).parts).toEqual([]);
    const axis = buildAxis({ from: 0, to: 100 }, [
      { from: 0, to: 90 },
      { from: 10, to: 20 },
      { from: 80, to: 100 },
    ]);
    expect(axis.gaps).toEqual([]);
  });
});

describe("ticksOf", () => {
  it("marks round distances from the start", () => {
    const axis = buildAxis({ from: 7000, to: 17_000 }, [{ from: 7000, to: 17_000 }]);
    const ticks = ticksOf(axis, 0, 1, 10);
    expect(ticks.map(({ since }) => since)).toEqual(Array.from({ length: 11 }, (_, i) => i * 1000));
    expect(ticksOf(axis, 0.5, 0.6, 10).length).toBeGreaterThan(5);
  });

  it("puts none into gaps and stays below the limit", () => {
    const axis = buildAxis({ from: 0, to: 100_000 }, [
      { from: 0, to: 1000 },
      { from: 99_000, to: 100_000 },
    ]);
    const ticks = ticksOf(axis, 0, 1, 8);
    const [gap] = axis.gaps;
    for (const { place, since, afterGap } of ticks) {
      expect(afterGap ? place > (gap?.end ?? 1) : place <= (gap?.start ?? 0)).toBe(true);
      expect(since).toBeLessThanOrEqual(1000);
    }
    expect(ticks.length).toBeLessThan(18);
  });

  it("goes by even places when gaps leave no room", () => {
    const busy = Array.from({ length: 500 }, (_, i) => ({ from: i * 1000, to: i * 1000 + 1 }));
    const ticks = ticksOf(buildAxis({ from: 0, to: 500_000 }, busy), 0, 1, 5);
    expect(ticks.length).toBeGreaterThan(3);
  });
});
