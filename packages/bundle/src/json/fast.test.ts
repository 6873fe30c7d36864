import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isClean } from "./fast.ts";
import { scan } from "./scan.ts";

const clean = (text: string, depth = 64): boolean => isClean(text, JSON.parse(text), depth, false);

describe("what known writers write is proven without a scan", () => {
  const values: readonly unknown[] = [
    {},
    [],
    { a: {}, b: [], c: [[], {}], d: "", e: null, f: true, g: -1.5 },
    { text: 'quotes " and \\ and \n and \u00e9 and \ud83d\ude00', 'key "with": these': ": " },
    Array.from({ length: 500 }, (_, i) => ({ timeoutMs: 1000 * i, n: -5000 * i, list: [10_000] })),
    {
      numbers: [
        0,
        9,
        10,
        99,
        100,
        999,
        1000,
        9999,
        10_000,
        123_456,
        9_999_999,
        10_000_000,
        2 ** 53 - 1,
      ],
    },
  ];
  test.each(values)("value %#", (value) => {
    for (const indent of [1, 2, 4]) {
      expect(clean(`${JSON.stringify(value, null, indent)}\n`)).toBe(true);
    }
  });

  test("spaces in one line", () => {
    expect(
      clean('{"at": "2026-01-01T00:00:00.000Z", "list": [1, 1000, 0.5, ": "], "a:b": {}}'),
    ).toBe(true);
  });

  test("the line of an event", () => {
    const event = { seq: 123_000, at: "2026-01-01T00:00:00.000Z", payload: { text: '\\ "x"\n' } };
    expect(clean(JSON.stringify(event))).toBe(true);
  });
});

describe("what is wrong is never proven", () => {
  test.each([
    [
      "room for a member, made by colons without spaces",
      '{\n  "a":1,\n  "b":2,\n  "c":3,\n  "d":4,\n  "e":5,\n  "e": 6\n}',
    ],
    ["lines that are not indented", '{\n"a": 1,\n"b": 2,\n"b": 3\n}'],
    [
      "strings that look like members",
      '{\n  "a": "\\n \\"b\\": \\n \\"c\\": ",\n  "a": ": : : "\n}',
    ],
    ["keys with escaped quotes", '{\n  "a\\": ": 1,\n  "a\\": ": 2\n}'],
    [
      "exponents",
      '{\n  "a": 1e3,\n  "b": 1e3,\n  "c": 1e3,\n  "d": 1e3,\n  "e": 1e3,\n  "e": 0\n}',
    ],
    ["large numbers with exponents", '{"a":1e15,"b":9,"b":9}'],
    ["an escaped colon for that of the dropped member", '{"a": "\\u003a", "b": 1, "b": 2}'],
    ["the same in capital letters", '{"a": "\\u003A", "b": 1, "b": 2}'],
    ["a dropped large number", '{\n  "a": 1000000000,\n  "a": 1\n}'],
    ["small numbers with exponents", '{"a":1e-7,"b":1e-7,"b":0}'],
  ])("%s", (_, text) => {
    expect(scan(text).problems.map(({ code }) => code)).toContain("duplicate-key");
    expect(clean(text)).toBe(false);
  });

  test("depth, numbers and escaped surrogates", () => {
    expect(clean("[[[]]]", 3)).toBe(true);
    expect(clean("[[[]]]", 2)).toBe(false);
    expect(clean("[9007199254740992]")).toBe(false);
    expect(clean('["\\ud83d\\ude00"]')).toBe(false);
    expect(clean('["\ud800"]')).toBe(false);
  });
});

test("indented texts with members twice, and white space taken away: never proven when a key occurs twice", () => {
  const key = fc.constantFrom("a", "b", "", 'q"', "long key", "1000");
  const scalar = fc.constantFrom(
    "0",
    "1000",
    "1e3",
    "-5000",
    "0.001",
    '""',
    '": "',
    '"a\\n"',
    '"\\u003a"',
    "null",
    "[]",
    "{}",
  );
  const { value } = fc.letrec<{ value: string }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      scalar,
      fc.array(tie("value"), { maxLength: 4 }).map((items) => block("[", items, "]")),
      fc.array(fc.tuple(key, tie("value")), { maxLength: 5 }).map((members) =>
        block(
          "{",
          members.map(([name, own]) => `${JSON.stringify(name)}: ${own}`),
          "}",
        ),
      ),
    ),
  }));
  // Spaces are marked by _ until it is known which of them stay.
  function block(open: string, items: readonly string[], close: string): string {
    if (items.length === 0) return open + close;
    return `${open}\n${items.map((item) => `__${item.replaceAll("\n", "\n__")}`).join(",\n")}\n${close}`;
  }
  fc.assert(
    fc.property(value, fc.array(fc.boolean(), { maxLength: 60 }), (marked, kept) => {
      let index = 0;
      const text = marked.replaceAll(/_|(?<=":) /g, () => ((kept[index++] ?? true) ? " " : ""));
      if (!scan(text).problems.some(({ code }) => code === "duplicate-key")) return;
      expect(clean(text)).toBe(false);
    }),
    { numRuns: 20_000 },
  );
});
