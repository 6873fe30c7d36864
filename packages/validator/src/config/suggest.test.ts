import { expect, test } from "vitest";
import { didYouMean, nearest } from "./suggest.ts";

const names = ["format", "fail-on", "quiet", "config", "color"];

test.each([
  ["fromat", "format"],
  ["Format", "format"],
  ["fail_on", "fail-on"],
  ["quite", "quiet"],
  ["colour", "color"],
  ["zzzzzz", undefined],
  ["", undefined],
])("%s is meant to be %s", (text, expected) => {
  expect(nearest(text, names)).toBe(expected);
});

test("a suggestion is a question", () => {
  expect(didYouMean("quite", names, "--")).toBe("; did you mean --quiet?");
  expect(didYouMean("zzzzzz", names)).toBe("");
});

test("a text of megabytes costs nothing", () => {
  expect(nearest("x".repeat(10_000_000), names)).toBeUndefined();
});
