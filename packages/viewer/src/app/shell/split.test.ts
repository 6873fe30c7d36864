import { expect, test } from "vitest";
import { clampShare, parseShare, shareAfterKey } from "./split.ts";

const limits = { min: 20, max: 80 };

test("a share stays inside of its limits", () => {
  expect(clampShare(3, limits)).toBe(20);
  expect(clampShare(99, limits)).toBe(80);
  expect(clampShare(41.6, limits)).toBe(42);
});

test("keys move the edge along its own direction only", () => {
  expect(shareAfterKey("ArrowRight", 50, "row", limits)).toBe(52);
  expect(shareAfterKey("ArrowLeft", 50, "row", limits)).toBe(48);
  expect(shareAfterKey("ArrowUp", 50, "row", limits)).toBeUndefined();
  expect(shareAfterKey("ArrowUp", 50, "column", limits)).toBe(48);
  expect(shareAfterKey("PageDown", 75, "column", limits)).toBe(80);
  expect(shareAfterKey("Home", 50, "row", limits)).toBe(20);
  expect(shareAfterKey("End", 50, "row", limits)).toBe(80);
  expect(shareAfterKey("a", 50, "row", limits)).toBeUndefined();
});

test("what was kept and is no share is as if nothing was", () => {
  expect(parseShare("44", limits)).toBe(44);
  expect(parseShare("7", limits)).toBe(20);
  expect(parseShare(null, limits)).toBeUndefined();
  expect(parseShare("NaN", limits)).toBeUndefined();
  expect(parseShare("1e9", limits)).toBeUndefined();
});
