import * as fc from "fast-check";
import { expect, it } from "vitest";
import { ResponseText } from "./response-text.ts";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

function collected(chunks: readonly string[], maxBytes: number): string | undefined {
  const text = new ResponseText(maxBytes);
  for (const chunk of chunks) text.add(chunk);
  const { bytes } = text.end();
  return bytes === undefined ? undefined : decoder.decode(bytes);
}

it.each([
  [[], ""],
  [[" ", "\n"], ""],
  [["\u00a0a ", " ", "b\u2028", "\t"], "a  b"],
  [["\ud83d", "\ude00"], "😀"],
  [["a\ud83d"], "a\ufffd"],
])("joins %j and trims the whole", (chunks, expected) => {
  expect(collected(chunks, 100)).toBe(expected);
});

it("stops where the text is longer than the response", () => {
  expect(collected(["abc", "d"], 3)).toBeUndefined();
  expect(collected(["abc", "   ", " ", ""], 3)).toBe("abc");
  expect(collected(["abc", "   ", " ", "d"], 3)).toBeUndefined();
  expect(collected(["   abc"], 3)).toBe("abc");
});

it("keeps the beginning for a finding", () => {
  const text = new ResponseText(10_000);
  text.add("x".repeat(9000));
  expect(text.end().excerpt).toBe("x".repeat(500));
});

it("gives what joining and trimming gives, or nothing when that is too long", () => {
  const chunk = fc.string({ unit: fc.constantFrom(" ", "\n", "a", "ä", "\ud83d", "\ude00") });
  fc.assert(
    fc.property(fc.array(chunk), fc.nat(20), (chunks, max) => {
      const whole = chunks.join("").trim();
      const found = collected(chunks, max);
      expect(found).toBe(whole.length > max ? undefined : whole.toWellFormed());
    }),
  );
});
