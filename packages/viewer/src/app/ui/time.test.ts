import { expect, test } from "vitest";
import { formatBytes, formatDuration } from "./time.ts";

test.each([
  [0, "0 ms"],
  [999.6, "1.0 s"],
  [1000, "1.0 s"],
  [9940, "9.9 s"],
  [9960, "10 s"],
  [59_600, "1 min"],
  [65_000, "1 min 5 s"],
  [3_600_000, "1 h"],
  [3_840_000, "1 h 4 min"],
  [90_000_000, "1 d 1 h"],
  [-5000, "−5.0 s"],
  [Number.NaN, "–"],
  [undefined, "–"],
])("%s ms is %s", (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1.0 kB"],
  [999_600, "1.0 MB"],
  [104_857_600, "105 MB"],
  [undefined, "–"],
])("%s bytes are %s", (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
