import { describe, expect, it } from "vitest";
import { fits, limitOf, projectedBytesLimit } from "./limit.ts";

const limit = limitOf("1.1");

describe("what projections repeat in 1.1", () => {
  it.each([
    ["as many bytes as allowed", "x".repeat(projectedBytesLimit - 2), true],
    ["one byte more", "x".repeat(projectedBytesLimit - 1), false],
    ["bytes, not characters", "ä".repeat(projectedBytesLimit / 2 - 1), true],
    ["one character of two bytes too many", "ä".repeat(projectedBytesLimit / 2), false],
    ["what escaping adds", "\n".repeat(projectedBytesLimit / 2), false],
    ["a value whose JSON is too long", Array.from({ length: 8192 }, () => 1), false],
    ["a value whose JSON is just short enough", Array.from({ length: 8191 }, () => 1), true],
    ["32 levels", nested(32), true],
    ["33 levels", nested(33), false],
    ["the largest integer", Number.MAX_SAFE_INTEGER, true],
    ["a larger number", [2 ** 53], false],
    ["infinity, as 1e999 is read", { n: Infinity }, false],
    ["null", null, true],
    ["an object with the key __proto__", JSON.parse('{"__proto__": 9007199254740993}'), false],
  ])("%s", (_, value, expected) => {
    expect(fits(value, limit)).toBe(expected);
  });

  it("is everything in 1.0", () => {
    expect(fits("x".repeat(1_000_000), limitOf("1.0"))).toBe(true);
    expect(fits(nested(100), limitOf("1.0"))).toBe(true);
  });
});

function nested(levels: number): unknown {
  return JSON.parse("[".repeat(levels) + "]".repeat(levels));
}
