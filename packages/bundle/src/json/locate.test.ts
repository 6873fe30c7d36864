import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { locate, locateAll } from "./locate.ts";
import { escapeSegment, parsePointer, pointerOf } from "./pointer.ts";
import { positionAt, positionsAt } from "./position.ts";

const text = `{
  "a": 1,
  "list": [ "x", {"b/c": [], "~": {"": null}} , -2 ],
  "é😀": "y\\"}",
  "last" : true
}
`;

describe("locate", () => {
  test.each([
    ["", 1, 1],
    ["/a", 2, 8],
    ["/list", 3, 11],
    ["/list/0", 3, 13],
    ["/list/1", 3, 18],
    ["/list/1/b~1c", 3, 26],
    ["/list/1/~0", 3, 35],
    ["/list/1/~0/", 3, 40],
    ["/list/2", 3, 49],
    ["/é😀", 4, 10],
    ["/last", 5, 12],
  ])("value at %j", (pointer, line, column) => {
    expect(locate(text, pointer)).toMatchObject({ line, column });
  });

  test.each([
    ["/a", 2, 3],
    ["/list/1/b~1c", 3, 19],
    ["/list/1/~0/", 3, 36],
    ["/list/2", 3, 49],
    ["/last", 5, 3],
    ["", 1, 1],
  ])("key at %j", (pointer, line, column) => {
    expect(locate(text, pointer, { at: "key" })).toMatchObject({ line, column });
  });

  test.each(["/b", "/list/3", "/list/x", "/list/00", "/a/0", "a", "/~2", "/list/1/b/c"])(
    "nothing at %j",
    (pointer) => {
      expect(locate(text, pointer)).toBeUndefined();
    },
  );

  test("the last of equal keys, as JSON.parse has it", () => {
    expect(locate('{"a":1,"\\u0061":2}', "/a")).toMatchObject({ offset: 16 });
  });

  test("what comes before a fault is found", () => {
    expect(locate('{"a":{"b":1},"c" 2}', "/a/b")).toMatchObject({ offset: 10 });
    expect(locate('{"a":{"b":1},"c" 2}', "/c")).toBeUndefined();
    expect(locate('{"a":[1,', "/a/1")).toBeUndefined();
    expect(locate("", "")).toBeUndefined();
  });

  test("a BOM is passed over", () => {
    expect(locate('\ufeff{"a":1}', "/a")).toMatchObject({ offset: 6, line: 1, column: 7 });
  });

  test("a deep text is no trouble", () => {
    const deep = "[".repeat(50_000) + "]".repeat(50_000);
    expect(locate(deep, "/0".repeat(50_000 - 1))).toMatchObject({ offset: 49_999 });
  });

  test("many places take one pass", () => {
    const items = Array.from({ length: 50_000 }, (_, i) => `{"id":${i}}`);
    const places = items.map((_, i) => ({ pointer: `/${i}/id` }));
    const positions = locateAll(`[${items.join(",\n")}]`, places);
    expect(positions[49_999]).toMatchObject({ line: 50_000, column: 7 });
  });

  test("every value of a random document is found, in any spelling", () => {
    const indent = fc.constantFrom(0, 2);
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 4, noUnicodeString: false }),
        indent,
        (value, indent) => {
          const spelled = JSON.stringify(value, null, indent);
          const places = [...pointers(JSON.parse(spelled), [])];
          const found = locateAll(spelled, places);
          for (const [i, { inner }] of places.entries()) {
            const first = JSON.stringify(inner)[0];
            expect(spelled[found[i]?.offset ?? -1]).toBe(first);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

function* pointers(
  value: unknown,
  path: (string | number)[],
): Generator<{ pointer: string; inner: unknown }> {
  yield { pointer: pointerOf(path), inner: value };
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* pointers(inner, [...path, key]);
}

test("pointers are written and read", () => {
  expect(pointerOf([])).toBe("");
  expect(pointerOf(["a/b", 0, "~1", ""])).toBe("/a~1b/0/~01/");
  expect(parsePointer("/a~1b/0/~01/")).toEqual(["a/b", "0", "~1", ""]);
  expect(parsePointer("a")).toBeUndefined();
  expect(parsePointer("/~")).toBeUndefined();
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom("a", "~", "/", "0", "1") })),
      (segments) => {
        expect(parsePointer(pointerOf(segments))).toEqual(segments);
        for (const segment of segments) expect(escapeSegment(segment)).not.toContain("/");
      },
    ),
  );
});

test("positions count lines by LF alone", () => {
  const lines = "ab\r\nc\u2028d\n\n";
  expect(positionAt(lines, 0)).toEqual({ offset: 0, line: 1, column: 1 });
  expect(positionAt(lines, 3)).toEqual({ offset: 3, line: 1, column: 4 });
  expect(positionsAt(lines, [8, 6, 4])).toEqual([
    { offset: 8, line: 3, column: 1 },
    { offset: 6, line: 2, column: 3 },
    { offset: 4, line: 2, column: 1 },
  ]);
});
