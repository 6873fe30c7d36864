import { describe, expect, it } from "vitest";
import type { AttemptRow } from "../../trace/batch.ts";
import { TraceTable } from "../../trace/trace-table.ts";
import { spansByAttempt } from "./marks.ts";
import type { SessionSpan } from "./session-spans.ts";
import { clamp, whole, zoomed } from "./use-view.ts";

describe("the window on the axis", () => {
  it("stays inside and keeps its size", () => {
    expect(clamp(-0.1, 0.3)).toEqual({ left: 0, right: 0.4 });
    const late = clamp(0.9, 1.1);
    expect([late.left, late.right]).toEqual([expect.closeTo(0.8), expect.closeTo(1)]);
    expect(clamp(-3, 4)).toBe(whole);
  });

  it("zooms around a place, and out to the whole", () => {
    const near = zoomed(whole, 4, 0.5);
    expect(near).toEqual({ left: 0.375, right: 0.625 });
    expect(zoomed(near, 0.25, 0.5)).toBe(whole);
    expect(zoomed(whole, 1e12, 0.2).right).toBeGreaterThan(zoomed(whole, 1e12, 0.2).left);
  });
});

it("spans lie in the attempt that used their session then", () => {
  const table = new TraceTable();
  const attempt = (index: number, sessionId: string, startedAt: number, finishedAt?: number) =>
    ({ index, sessionId, startedAt, finishedAt }) as AttemptRow;
  table.attempts.push(attempt(0, "s", 0, 10), attempt(1, "t", 10, 20), attempt(2, "s", 20));
  const span = (sessionId: string, from: number) => ({ sessionId, from }) as SessionSpan;
  const spans = [span("s", 5), span("s", 15), span("s", 25), span("t", 12), span("u", 5)];
  const placed = spansByAttempt(table, spans);
  const found = [...placed].map(([index, own]) => [index, own.map(({ from }) => from)]);
  expect(found).toEqual([
    [0, [5]],
    [2, [25]],
    [1, [12]],
  ]);
});
