import { expect, test } from "vitest";
import { printable, printableJson, printableName } from "./printable.ts";

test("ordinary text of any language stays as it is", () => {
  for (const text of [
    "",
    "plain",
    "größer → 日本　語 🙂",
    "tab-free \\ backslash",
    "## heading, a##b",
  ]) {
    expect(printable(text)).toBe(text);
  }
});

test.each([
  ["\u001b[31mred", "\\u001b[31mred"],
  ["a\nb\r\tc", "a\\nb\\r\\tc"],
  ["\u0000\u007f\u0085\u009b2J", "\\u0000\\u007f\\u0085\\u009b2J"],
  ["\u202egnp.exe\u2066\u200f", "\\u202egnp.exe\\u2066\\u200f"],
  ["z\u200bw\u200d\ufeff\u00ad", "z\\u200bw\\u200d\\ufeff\\u00ad"],
  ["\u2028\u2029\u00a0\u3164", "\\u2028\\u2029\\u00a0\\u3164"],
  ["run\ufe0fId \u{e0041}", "run\\ufe0fId \\u{e0041}"],
  ["\ud800x\udc00", "\\ud800x\\udc00"],
])("%j shows as %j", (text, shown) => {
  expect(printable(text)).toBe(shown);
});

test.each(["##[error]x", "a ##vso[task.complete]b", "##teamcity[x]", "###[x]"])(
  "the log command %s is broken",
  (text) => {
    expect(printable(text)).not.toMatch(/##\w*\[/);
  },
);

test("long text is cut and says how much is missing", () => {
  expect(printable("x".repeat(12), { max: 10 })).toBe(`${"x".repeat(10)}… (2 more characters)`);
  expect(printable("x".repeat(10), { max: 10 })).toBe("x".repeat(10));
});

test("a cut never leaves half of a character", () => {
  expect(printable("ab🙂cd", { max: 3 })).toBe("ab… (4 more characters)");
  expect(printable("ab🙂cd", { max: 4 })).toBe("ab🙂… (2 more characters)");
});

test("JSON keeps its value and loses its danger", () => {
  const value = { "\u009bkey": ["\u202e\u{e0041}\ud800", "##[x]", "日本\n"], n: -0.5 };
  const json = printableJson(`${JSON.stringify(value, null, 2)}\n`);
  expect(JSON.parse(json)).toEqual(value);
  expect(json).not.toMatch(/[\u0080-\u009f\u202e]|\udb40|##\[/);
  expect(json).toContain("日本");
});

test("names that are not plain are quoted", () => {
  expect(printableName("runs/läufe 2/a+b@c.json")).toBe("runs/läufe 2/a+b@c.json");
  expect(printableName("node#12")).toBe("node#12");
  expect(printableName("::error::x")).toBe('"::error::x"');
  expect(printableName("")).toBe('""');
  expect(printableName("a\nb")).toBe(String.raw`"a\nb"`);
});
