import { expect, test } from "vitest";
import { clock, dateAndClock, durationInWords, plural, spanInWords } from "./words.ts";

test.each([
  [0, "0 ms"],
  [-5, "0 ms"],
  [999.4, "999 ms"],
  [999.6, "1.0 s"],
  [59_940, "59.9 s"],
  [59_960, "1 min 00 s"],
  [185_000, "3 min 05 s"],
  [3_599_600, "1 h 00 min"],
  [3_720_000, "1 h 02 min"],
  [183_600_000, "2 d 03 h"],
  [Number.NaN, ""],
])("%d ms: %s", (ms, words) => {
  expect(durationInWords(ms)).toBe(words);
});

test("times are local; what is no time stays, safe to print", () => {
  const at = new Date(2026, 10, 2, 9, 5, 3).toISOString();
  expect(dateAndClock(at)).toBe("2026-11-02 09:05:03");
  expect(clock(at)).toBe("09:05:03");
  expect(clock("soon\u001b[2J")).toBe("soon\\u001b[2J");
  expect(spanInWords(at, undefined)).toBe("");
  expect(spanInWords(at, "soon")).toBe("");
  expect(spanInWords(at, at)).toBe("0 ms");
});

test("plurals", () => {
  expect([0, 1, 2].map((count) => plural(count, "run"))).toEqual(["0 runs", "1 run", "2 runs"]);
});
