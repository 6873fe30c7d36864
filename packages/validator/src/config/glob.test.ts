import { expect, test } from "vitest";
import { glob } from "./glob.ts";

test.each([
  ["trace.ndjson", "trace.ndjson", true],
  ["trace.ndjson", "sessions/trace.ndjson", false],
  ["sessions/*/record.json", "sessions/main-1/record.json", true],
  ["sessions/*/record.json", "sessions/a/b/record.json", false],
  ["sessions/**", "sessions/a/b/record.json", true],
  ["**/record.json", "record.json", true],
  ["**/record.json", "sessions/a/record.json", true],
  ["a/**/z", "a/z", true],
  ["a/**/z", "a/b/c/z", true],
  ["a/**/z", "a/b/c", false],
  ["runs/legacy-*", "./runs/legacy-1/", true],
  ["./runs/?", "runs/a", true],
  ["./runs/?", "runs/ab", false],
  ["*", "a/b", false],
  ["**", "a/b", true],
  ["[a]+(x)", "[a]+(x)", true],
  ["[ab]", "a", false],
  ["a?c", "a🙂c", true],
  ["runs\\a", "runs/a", true],
])("%s on %s: %s", (pattern, path, matches) => {
  expect(glob(pattern)(path)).toBe(matches);
});

test("no pattern takes long", () => {
  const begun = performance.now();
  expect(glob(`${"*a".repeat(200)}b`)("a".repeat(5000))).toBe(false);
  expect(glob(`${"**/a/".repeat(200)}b`)("a/".repeat(5000))).toBe(false);
  expect(performance.now() - begun).toBeLessThan(2000);
});
