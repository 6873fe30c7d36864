import { describe, expect, test } from "vitest";
import { shorten, shortenFinding } from "./shorten.ts";

describe("shorten", () => {
  test("keeps what is short", () => {
    const value = { a: [1, "two", null, { b: true }], c: {} };
    expect(shorten(value)).toEqual(value);
    expect(shorten(undefined)).toBeUndefined();
  });

  test("cuts long texts, not in the middle of a character", () => {
    expect(shorten("x".repeat(501))).toBe(`${"x".repeat(500)}…`);
    expect(shorten(`${"x".repeat(499)}\u{1f600}x`)).toBe(`${"x".repeat(499)}…`);
  });

  test("says how much of a list or an object is left out", () => {
    expect(shorten(Array.from({ length: 30 }, () => 0))).toEqual([
      ...Array.from({ length: 20 }, () => 0),
      "…",
    ]);
    const large = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`k${i}`, i]));
    expect(shorten(large)).toMatchObject({ k19: 19, "…": "10 more" });
  });

  test("quotes only so much of one value, however it is built", () => {
    const wide = (depth: number): unknown =>
      depth === 0 ? "x".repeat(400) : Array.from({ length: 20 }, () => wide(depth - 1));
    expect(JSON.stringify(shorten(wide(3))).length).toBeLessThan(6000);
    const keys = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [`${i}${"k".repeat(5000)}`, {}]),
    );
    expect(JSON.stringify(shorten(keys)).length).toBeLessThan(6000);
  });

  test("__proto__ is a key like others", () => {
    const quoted = shorten(JSON.parse('{"__proto__":{"a":1}}')) as object;
    expect(Object.keys(quoted)).toEqual(["__proto__"]);
  });
});

test("a finding has no long texts", () => {
  const long = "n".repeat(1_000_000);
  const short = shortenFinding({
    file: "trace.ndjson",
    message: long,
    pointer: `/payload/${long}/x`,
    nodeId: long,
    attemptId: long,
    sessionId: long,
    expected: long,
    actual: { [long]: long },
    related: [{ file: "flow.json", pointer: `/nodes/${long}`, message: long }],
    hint: long,
  });
  expect(JSON.stringify(short).length).toBeLessThan(40_000);
  // The pointer is still one: that of an enclosing value.
  expect(short.pointer).toBe("/payload");
  expect(short.related?.[0]?.pointer).toBe("/nodes");
});
