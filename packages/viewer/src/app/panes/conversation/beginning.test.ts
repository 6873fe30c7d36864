import { expect, test } from "vitest";
import { beginningOf } from "./beginning.ts";

test.each([
  ["nothing", ""],
  ["a few lines", "a\n".repeat(18)],
  ["one line of some length", "x".repeat(2000)],
])("%s is shown as a whole", (_, text) => {
  expect(beginningOf(text)).toBeUndefined();
});

test("many lines are cut at a line end, and what is hidden is counted", () => {
  const text = Array.from({ length: 100 }, (_, i) => `line ${i}\n`).join("");
  const beginning = beginningOf(text);
  expect(beginning?.shown.split("\n")).toHaveLength(14);
  expect(beginning?.hiddenLines).toBe(86);
  const { shown = "", hiddenCharacters = 0 } = beginning ?? {};
  expect(shown.length + 1 + hiddenCharacters).toBe(text.length);
});

test("a line that is longer than all that is shown is cut inside", () => {
  const beginning = beginningOf("x".repeat(10_000));
  expect(beginning).toEqual({ shown: "x".repeat(1600), hiddenLines: 0, hiddenCharacters: 8400 });
});
