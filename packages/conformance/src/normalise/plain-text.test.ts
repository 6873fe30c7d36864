import { expect, test } from "vitest";
import { plainText } from "./plain-text.ts";

const folder = "/tmp/bundle-conformance-x7Yz";

test.each([
  [`spawn ${folder}/files/none ENOENT`, "spawn <case>/files/none ENOENT"],
  ["at 2026-11-22T12:00:00.123Z", "at <time>"],
  ["in 2026-11-22T120000123Z-review-0f1e2d3c", "in <time>"],
  [`is ${"0a".repeat(32)}`, "is <sha256>"],
  ["session 3a4a71ae-0000-4000-8000-0123456789ab", "session <uuid>"],
  ["session main-880fa17e", "session main-<id>"],
  ["node a-b#1 of 12345678 bytes", "node a-b#1 of 12345678 bytes"],
])("%s", (text, plain) => {
  expect(plainText(text, folder)).toBe(plain);
});
