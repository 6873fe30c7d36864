import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Search } from "./search.ts";

/** Longest first. */
function searchFor(...texts: string[]): Search {
  const sorted = texts.toSorted((a, b) => b.length - a.length);
  return new Search(sorted.map((text) => ({ name: text, text })));
}

/** Which units of a text the secrets cover, looked for at every place. */
function coveredSlowly(text: string, secrets: readonly string[]): boolean[] {
  const covered = Array.from(text, () => false);
  for (const secret of secrets) {
    for (let at = 0; at + secret.length <= text.length; at++) {
      if (text.startsWith(secret, at)) covered.fill(true, at, at + secret.length);
    }
  }
  return covered;
}

const letters = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 6 });
const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 60 });
const secrets = fc.uniqueArray(letters, { minLength: 1, maxLength: 4 });

test("everything that a secret covers is found, and nothing else", () => {
  fc.assert(
    fc.property(text, secrets, (whole, texts) => {
      const found = Array.from(whole, () => false);
      for (const { start, end } of searchFor(...texts).covers(whole)) found.fill(true, start, end);
      expect(found).toEqual(coveredSlowly(whole, texts));
      expect(searchFor(...texts).finds(whole)).toBe(found.includes(true));
    }),
    { numRuns: 3000 },
  );
});

test("the open end is the longest one that a secret begins with", () => {
  fc.assert(
    fc.property(text, secrets, (whole, texts) => {
      const starts = Array.from(whole, (_, at) => at);
      const slow = starts.find((at) =>
        texts.some((secret) => {
          const end = whole.slice(at);
          return secret.length > end.length && secret.startsWith(end);
        }),
      );
      expect(searchFor(...texts).openEnd(whole)?.start).toBe(slow);
    }),
    { numRuns: 3000 },
  );
});

test("two that stand side by side are two, and two that overlap are one", () => {
  const search = searchFor("abcabc", "bcd");
  expect(search.covers("abcabcabcabc")).toEqual([{ start: 0, end: 12, name: "abcabc" }]);
  expect(search.covers("bcdbcd")).toHaveLength(2);
  expect(search.covers("abcabcd")).toEqual([{ start: 0, end: 7, name: "abcabc" }]);
});

test("megabytes take no more than moments, however much is found", () => {
  const begin = process.cpuUsage();
  const search = searchFor("a".repeat(3000), "ab".repeat(500), "-----BEGIN KEY-----");
  for (const unit of ["a", "ab", "-", "x", "\\n", "\\u0061"]) {
    search.covers(unit.repeat(4_000_000 / unit.length));
    search.openEnd(unit.repeat(4_000_000 / unit.length));
  }
  const { user, system } = process.cpuUsage(begin);
  expect((user + system) / 1000).toBeLessThan(5000);
});
