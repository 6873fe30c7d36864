import { describe, expect, it } from "vitest";
import { difference, ownValue } from "./difference.ts";

describe("difference", () => {
  it("finds nothing where only the order of keys differs", () => {
    expect(difference({ a: 1, b: [true, null] }, { b: [true, null], a: 1 })).toBeUndefined();
  });

  it("names the first place that differs, with both values", () => {
    const found = difference({ a: { "x/y": [1, 2] }, b: 1 }, { a: { "x/y": [1, 3] }, b: 2 });
    expect(found).toEqual({ pointer: "/a/x~1y/1", expected: 2, actual: 3 });
  });

  it("tells what is missing and what is too much", () => {
    expect(difference({ a: 1 }, {})).toEqual({ pointer: "/a", expected: 1, actual: undefined });
    expect(difference({}, { a: 1 })).toEqual({ pointer: "/a", expected: undefined, actual: 1 });
    expect(difference([1], [1, 2])).toEqual({ pointer: "/1", expected: undefined, actual: 2 });
  });

  it("does not take a list for an object, or null for nothing", () => {
    expect(difference([], {})?.pointer).toBe("");
    expect(difference({ a: null }, {})?.expected).toBeNull();
  });

  it("counts lone surrogates as U+FFFD", () => {
    expect(difference("a\ud800", "a\ufffd")).toBeUndefined();
    expect(difference("a\ud83d\ude80", "a\ufffd\ufffd")).toBeDefined();
  });

  it("takes __proto__ for an ordinary key", () => {
    const polluted = JSON.parse('{"__proto__": {"a": 1}}');
    expect(difference(polluted, {})?.pointer).toBe("/__proto__");
    expect(ownValue({}, "__proto__")).toBeUndefined();
    expect(ownValue(polluted, "__proto__")).toEqual({ a: 1 });
  });

  it("goes as deep as documents may be", () => {
    const nest = (inner: unknown): unknown =>
      Array.from({ length: 1000 }).reduce((value) => [value], inner);
    expect(difference(nest(1), nest(2))?.pointer).toBe("/0".repeat(1000));
  });
});
