import { expect, test } from "vitest";
import { diffLines, foldKept } from "./diff.ts";

const short = (before: string | undefined, after: string): string[] =>
  diffLines(before, after).map(({ mark, text }) => mark + text);

test("compares lines", () => {
  expect(short("a\nb\nc\n", "a\nx\nc\n")).toEqual([" a", "-b", "+x", " c"]);
  expect(short("a\n", "a\nb\n")).toEqual([" a", "+b"]);
  expect(short("a\nb\n", "b\n")).toEqual(["-a", " b"]);
  expect(short(undefined, "n\n")).toEqual(["+n"]);
  expect(short("", "")).toEqual([]);
  expect(short("a\nb\nc\nd\n", "b\nx\nd\n")).toEqual(["-a", " b", "-c", "+x", " d"]);
});

test("old and new lines can be read off it", () => {
  const old = Array.from({ length: 60 }, (_, i) => `line ${i % 7}`).join("\n");
  const now = Array.from({ length: 50 }, (_, i) => `line ${i % 5}`).join("\n");
  const lines = diffLines(old, now);
  const side = (mark: string): string =>
    lines
      .filter((line) => line.mark !== mark)
      .map(({ text }) => text)
      .join("\n");
  expect(side("+")).toBe(old);
  expect(side("-")).toBe(now);
});

test("very large ones are one block", () => {
  const many = (name: string): string =>
    Array.from({ length: 1100 }, (_, i) => `${name}${i}`).join("\n");
  expect(diffLines(many("a"), many("b"))).toHaveLength(2200);
});

test("folds what is far from a change", () => {
  const lines = diffLines("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\n5\n6\n7\n8\nx\n");
  expect(
    foldKept(lines).map((part) => (part.kind === "folded" ? part.count : part.lines.length)),
  ).toEqual([5, 5]);
});
