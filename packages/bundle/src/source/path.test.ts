import { describe, expect, test } from "vitest";
import { checkPath, isPortablePath, maxPathLength, pathSegments } from "./path.ts";

describe("checkPath", () => {
  test.each([
    "manifest.json",
    "sessions/main-880fa17e/binding.json",
    "artifacts/sha256-00.txt",
    ".hidden",
    "...",
    "a..b/..c/d..",
    "with space",
    "日本/é😀.json",
    "-rf",
    "~/x",
    "ab:c",
    "a%2e%2e/b",
    "x".repeat(maxPathLength),
  ])("accepts %j", (path) => {
    expect(checkPath(path)).toBeUndefined();
  });

  test.each([
    ["", "empty"],
    ["/", "absolute"],
    ["/etc/passwd", "absolute"],
    ["//server/share", "absolute"],
    ["C:/x", "absolute"],
    ["c:x", "absolute"],
    ["..", '".."'],
    ["../x", '".."'],
    ["a/../b", '".."'],
    ["a/..", '".."'],
    [".", '"."'],
    ["./a", '"."'],
    ["a/./b", '"."'],
    ["a/", "empty segment"],
    ["a//b", "empty segment"],
    ["a\\b", "backslash"],
    ["..\\x", "backslash"],
    ["a\0", "control"],
    ["a\nb", "control"],
    ["\u001b[31mred", "control"],
    ["\u007f", "control"],
    ["\u0085", "control"],
    ["a\ud800", "lone surrogate"],
    ["x".repeat(maxPathLength + 1), "longer"],
  ])("refuses %j", (path, why) => {
    expect(checkPath(path)).toContain(why);
    expect(() => pathSegments(path)).toThrow(expect.objectContaining({ code: "bad-path", path }));
  });
});

test.each([
  ["manifest.json", true],
  ["sessions/main-1/events.ndjson", true],
  ["a_b/0.c-d", true],
  ["Manifest.json", false],
  [".hidden", false],
  ["a/-b", false],
  ["a/", false],
  ["/a", false],
  ["", false],
  ["a b", false],
  ["é", false],
  ["a/../b", false],
  ["a\n", false],
  ["x".repeat(maxPathLength + 1), false],
])("isPortablePath(%j) is %s", (path, expected) => {
  expect(isPortablePath(path)).toBe(expected);
});
