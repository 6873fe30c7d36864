import { expect, test } from "vitest";
import { excerpt, firstLine, noLimits, shorten } from "./excerpt.ts";

const limits = { lines: 2, columns: 10 };

test("lines are safe to print, and cut with a note", () => {
  expect(excerpt("a\tb\r\n\u001b[2J\n", noLimits)).toEqual(["a    b", "\\u001b[2J"]);
  expect(excerpt("", limits)).toEqual([""]);
  expect(excerpt("1\n2\n", limits)).toEqual(["1", "2"]);
  expect(excerpt("1\n2\n3", limits)).toEqual(["1", "2", "… (1 more line)"]);
  expect(excerpt("1\n2\n3\n4", limits, "; --full shows all")).toEqual([
    "1",
    "2",
    "… (2 more lines; --full shows all)",
  ]);
  expect(excerpt("0123456789abc", limits, "; --full shows all")).toEqual([
    "0123456789… (3 more characters)",
    "… (--full shows all)",
  ]);
});

test("the first line, on one line", () => {
  expect(firstLine("\n  \n  one \ntwo")).toBe("one");
  expect(firstLine("x".repeat(200))).toBe(`${"x".repeat(99)}…`);
  expect(firstLine("")).toBe("");
  expect(shorten("abc", 3)).toBe("abc");
});
