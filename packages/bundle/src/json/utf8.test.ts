import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decodeLossy, decodeUtf8, firstBadByte } from "./utf8.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);

test.each([
  [bytes(), -1],
  [bytes(0x61, 0xc3, 0xa9), -1],
  [bytes(0x61, 0x80), 1],
  [bytes(0x61, 0xe2, 0x82), 1],
  [bytes(0xe2, 0x28, 0xa1), 0],
  [bytes(0xf0, 0x9f, 0x98, 0x80, 0xf4, 0x90, 0x80, 0x80), 4],
  [bytes(0xed, 0xa0, 0x80), 0],
])("first bad byte of %s", (input, expected) => {
  expect(firstBadByte(input)).toBe(expected);
});

test("a byte is bad exactly when the decoder refuses, and what precedes it is good", () => {
  const lead = fc.constantFrom(
    0x61,
    0x80,
    0xbf,
    0xc2,
    0xdf,
    0xe0,
    0xed,
    0xef,
    0xf0,
    0xf4,
    0xa0,
    0x90,
    0x8f,
    0x9f,
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(lead, fc.nat(255)), { maxLength: 12 }), (values) => {
      const input = Uint8Array.from(values);
      const bad = firstBadByte(input);
      expect(decodeUtf8(input) === undefined).toBe(bad !== -1);
      if (bad === -1) return;
      expect(decodeUtf8(input.subarray(0, bad))).toBeDefined();
      expect(decodeLossy(input)).toContain("\ufffd");
    }),
    { numRuns: 5000 },
  );
});

test("a BOM stays", () => {
  expect(decodeUtf8(bytes(0xef, 0xbb, 0xbf, 0x61))).toBe("\ufeffa");
  expect(decodeLossy(bytes(0xef, 0xbb, 0xbf, 0xff))).toBe("\ufeff\ufffd");
});
