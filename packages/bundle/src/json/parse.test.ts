import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseStrict } from "./parse.ts";
import type { JsonProblemCode } from "./problem.ts";
import { scan } from "./scan.ts";

const codes = (text: string): JsonProblemCode[] =>
  parseStrict(text).problems.map((one) => one.code);

describe("what a problem tells", () => {
  test.each([
    ['{"a":1,}', 7, "", 'Expected a key in double quotes, found "}"'],
    ['{"a":[1 2]}', 8, "/a/0", 'Expected "," or "]", found "2"'],
    ['{"a":tru}', 5, "/a", 'Expected a value, found "tru"'],
    ["[1,", 3, "/1", "Expected a value, found the end of the text"],
    ['{"a" 1}', 5, "/a", 'Expected ":" after the key, found "1"'],
    [
      '["\t"]',
      2,
      "/0",
      "Expected the end of the string, found U+0009, in the string that starts at offset 1",
    ],
    ["[01]", 2, "/0", 'Expected no digit after a leading 0, found "1"'],
    ["{} x", 3, "", 'Expected nothing after the value, found "x"'],
    ["{'a':1}", 1, "", `Expected a key in double quotes or "}", found "'"`],
  ])("%s", (text, offset, pointer, message) => {
    // A fault inside a container has the pointer of the place that is read.
    const [problem, ...others] = parseStrict(text).problems;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: "syntax", offset, message });
    expect(problem?.pointer.startsWith(pointer)).toBe(true);
  });

  test("pointers are escaped", () => {
    const { problems } = parseStrict('{"a/b":{"c~d":[0,{"x":1,"x":2}]}}');
    expect(problems).toMatchObject([
      { code: "duplicate-key", pointer: "/a~1b/c~0d/1/x", offset: 24 },
    ]);
  });

  test("all kinds at once, in the order of the text", () => {
    const text = '{"n":[1,9007199254740993],"s":"\\udead","n":-1e999,"\\ud800":{}}';
    expect(parseStrict(text).problems).toEqual([
      {
        code: "number-range",
        offset: 8,
        pointer: "/n/1",
        message:
          "The number 9007199254740993 is beyond ±9007199254740991 (2^53−1), where integers are no longer exact",
      },
      {
        code: "lone-surrogate",
        offset: 31,
        pointer: "/s",
        message: "The text contains the lone surrogate U+DEAD",
      },
      {
        code: "duplicate-key",
        offset: 39,
        pointer: "/n",
        message: 'The key "n" occurs more than once in this object',
      },
      {
        code: "number-range",
        offset: 43,
        pointer: "/n",
        message: "The number -1e999 is too large for a 64-bit floating-point number",
      },
      {
        code: "lone-surrogate",
        offset: 51,
        pointer: "/\ud800",
        message: "The key contains the lone surrogate U+D800",
      },
    ]);
  });

  test("offsets after a BOM count it", () => {
    expect(parseStrict('\ufeff{"a":1,"a":2}').problems).toMatchObject([
      { code: "bom", offset: 0 },
      { code: "duplicate-key", offset: 8 },
    ]);
  });

  test("problems beyond the limit are counted", () => {
    const text = `[${"1e999,".repeat(120)}0]`;
    expect(parseStrict(text)).toMatchObject({ omitted: 70, problems: { length: 50 } });
    expect(parseStrict(text, { maxProblems: 3 })).toMatchObject({
      omitted: 117,
      problems: { length: 3 },
    });
  });

  test("a pointer that would be very long stops at an enclosing value", () => {
    const text = `{"a":{"${"k".repeat(100_000)}":[1e999]}}`;
    expect(parseStrict(text).problems).toMatchObject([{ code: "number-range", pointer: "/a" }]);
  });
});

describe("hostile texts", () => {
  test("__proto__ is an ordinary key and changes nothing", () => {
    const { value, problems } = parseStrict(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{}}}',
    );
    expect(problems).toEqual([]);
    expect(Object.keys(value as object)).toEqual(["__proto__", "constructor"]);
    expect("polluted" in {}).toBe(false);
  });

  test("an extended Object.prototype does not hide duplicate keys", () => {
    const property = { value: 1, enumerable: true, configurable: true, writable: true };
    // oxlint-disable-next-line no-extend-native -- that is what is tested
    Object.defineProperty(Object.prototype, "sneaky", property);
    const found = [codes('{"a":1,"a":2}'), codes('{"a":1}')];
    Reflect.deleteProperty(Object.prototype, "sneaky");
    expect(found).toEqual([["duplicate-key"], []]);
  });

  test.each([
    ["many keys", `{${Array.from({ length: 200_000 }, (_, i) => `"k${i}":0`).join(",")},"k0":1}`],
    ["the same key again and again", `{${'"a":0,'.repeat(400_000)}"b":0}`],
    ["a long run of backslashes", `["${"\\\\".repeat(2_000_000)}", 1e999]`],
    ["a long number", `[${"9".repeat(4_000_000)}]`],
    ["alternating brackets", `[${"[],{},".repeat(500_000)}1e999]`],
    ["many lone surrogates", `["${"\\ud800".repeat(500_000)}"]`],
    ["a string that never ends", `["${'\\"'.repeat(2_000_000)}`],
  ])("%s: time grows with the length only", (_, text) => {
    const start = performance.now();
    expect(parseStrict(text).problems.length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe("more values than a text may hold", () => {
  test.each([
    ["empty objects", `[${"{},".repeat(100_000)}{}]`],
    ["numbers", `[${"0,".repeat(100_000)}0]`],
    ["numbers, indented", `[\n${"  0,\n".repeat(100_000)}  0\n]`],
    ["members", `{${Array.from({ length: 100_001 }, (_, i) => `"${i}":0`).join()}}`],
  ])("%s", (_, text) => {
    expect(parseStrict(text, { maxValues: 100_001 })).toMatchObject({
      value: undefined,
      problems: [{ code: "size-limit" }],
    });
    expect(parseStrict(text, { maxValues: 100_002 }).problems).toEqual([]);
  });
});

/** The exact scan is what the fast check has to agree with. */
describe("properties", () => {
  const json = fc.jsonValue({ maxDepth: 5 });
  const spelling = fc.constantFrom(
    (value: unknown) => JSON.stringify(value),
    (value: unknown) => `${JSON.stringify(value, null, 2)}\n`,
    (value: unknown) => JSON.stringify(value, null, 4),
    (value: unknown) => JSON.stringify(value, null, "\t"),
  );

  test("what JSON.stringify wrote is read back; only large numbers and lone surrogates are faults", () => {
    fc.assert(
      fc.property(json, spelling, (value, spell) => {
        const text = spell(value);
        const result = parseStrict(text);
        expect(result.value).toEqual(JSON.parse(text));
        expect(codes(text)).toEqual(scan(text).problems.map((one) => one.code));
        const expected = new Set(["number-range", "lone-surrogate"]);
        expect(result.problems.every((one) => expected.has(one.code))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("texts of well-formed values have no problem", () => {
    const value = fc.jsonValue({ maxDepth: 5, stringUnit: "grapheme", noUnicodeString: false });
    fc.assert(
      fc.property(value, spelling, (value, spell) => {
        const text = spell(value);
        fc.pre(!/\d{16}|\de/i.test(text));
        expect(codes(text)).toEqual([]);
      }),
    );
  });

  // Objects spelled by hand: short keys that often meet again, numbers in odd spellings, escapes and spaces.
  const space = fc.constantFrom("", "", "", "", " ", "\n");
  const number = fc.constantFrom(
    "0",
    "-0",
    "7",
    "1000",
    "1e3",
    "9e5",
    "900000",
    "3600000",
    "36e5",
    "1e-7",
    "0.001",
    "1e15",
    "9e15",
    "1e16",
    "2E+4",
  );
  const string = fc.constantFrom(
    '""',
    '"a"',
    '"\\n"',
    '"\\u0041"',
    '"\\\\"',
    '"a\\"b"',
    '"\\ud800"',
    '"é"',
    '":"',
    '"\\":"',
  );
  const { value: spelled } = fc.letrec<{
    value: string;
    scalar: string;
    array: string;
    object: string;
  }>((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, tie("scalar"), tie("array"), tie("object")),
    scalar: fc.oneof(number, string, fc.constantFrom("true", "false", "null")),
    array: fc
      .array(fc.tuple(tie("value"), space), { maxLength: 4 })
      .map((all) => `[${all.map((one) => one.join("")).join(",")}]`),
    object: fc
      .array(
        fc.tuple(
          space,
          fc.constantFrom('""', '"a"', '"b"', '"\\u0061"', '"long key"', '"\\n"'),
          space,
          tie("value"),
        ),
        { maxLength: 4 },
      )
      .map((all) => `{${all.map(([a, key, b, value]) => `${a}${key}${b}:${value}`).join(",")}}`),
  }));

  test("the fast check never passes what the exact scan objects to", () => {
    fc.assert(
      fc.property(spelled, (text) => {
        expect(codes(text)).toEqual(scan(text).problems.map((one) => one.code));
      }),
      { numRuns: 20_000 },
    );
  });

  test("mutated texts: the exact scan accepts exactly what JSON.parse accepts", () => {
    const mutation = fc.tuple(
      fc.nat(),
      fc.constantFrom("", "", ...'[]{}",:\\/0123456789eE+-.utfn \n\t\u0000é'),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          spelled,
          json.map((value) => JSON.stringify(value)),
        ),
        fc.array(mutation, { maxLength: 3 }),
        fc.boolean(),
        (text, mutations, insert) => {
          let mutated = text;
          for (const [at, unit] of mutations) {
            const i = at % (mutated.length + 1);
            mutated = mutated.slice(0, i) + unit + mutated.slice(insert ? i : i + 1);
          }
          let accepted = true;
          try {
            JSON.parse(mutated);
          } catch {
            accepted = false;
          }
          expect(scan(mutated).isJson).toBe(accepted);
          expect(codes(mutated).includes("syntax")).toBe(!accepted);
        },
      ),
      { numRuns: 20_000 },
    );
  });

  test("random texts never throw", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'[]{}",:\\u0e1-.tn \ud800\ufeff'), maxLength: 40 }),
        (text) => {
          const { problems } = parseStrict(text, { maxDepth: 4, allowedDepth: 2 });
          for (const { offset } of problems) expect(offset).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 5000 },
    );
  });
});
