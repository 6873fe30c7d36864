import { expect, test } from "vitest";
import { hasTooMuchMarkup } from "./markup.ts";

test.each([
  ["nested quotes", ">".repeat(10_000)],
  ["emphasis without an end", "**a*".repeat(3000)],
  ["links without an end", "[".repeat(12_000)],
  ["lists in lists", "- ".repeat(500)],
  [
    "a wide head above many short rows",
    `${"|a".repeat(600)}\n${"|-".repeat(600)}\n${"|\n".repeat(4000)}`,
  ],
])("%s are too much", (_, text) => {
  expect(hasTooMuchMarkup(text)).toBe(true);
});

test.each([
  ["prose", "Some *text* with `code` and a [link](x).\n".repeat(100)],
  ["a list", "- one\n- two\n  - three\n".repeat(200)],
  ["a rule and quotes", "> > a\n\n-----------------------------\n\n> b"],
  ["a table", "| a | b |\n| --- | --- |\n".repeat(100)],
])("%s is not", (_, text) => {
  expect(hasTooMuchMarkup(text)).toBe(false);
});
