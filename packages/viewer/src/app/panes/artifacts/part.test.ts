import { memorySource } from "@flow-bundle/bundle";
import { expect, test } from "vitest";
import { hexLines, partCount, readPart, textOfPart } from "./part.ts";

const text = "aé日🧑‍🚀z".repeat(50);
const bytes = new TextEncoder().encode(text);
const source = memorySource("m", new Map([["a", bytes]]));

test.each([4, 5, 7, 16, 1000])("parts of %i bytes give the whole text", async (length) => {
  let whole = "";
  for (let part = 0; part < partCount(bytes.length, length); part++) {
    const read = await readPart(source, "a", part * length, length + 3);
    whole += textOfPart(read.bytes, part === 0, length);
  }
  expect(whole).toBe(text);
});

test("a file that is not there is a failure that is told", async () => {
  expect((await readPart(source, "b", 0, 10)).failure).toBeTypeOf("string");
});

test("hex", () => {
  const lines = hexLines(
    Uint8Array.from({ length: 17 }, (_, i) => 0x40 + i),
    16,
  );
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatchObject({ offset: "00000010", text: "@ABCDEFGHIJKLMNO" });
  expect(lines[1]).toEqual({ offset: "00000020", hex: "50", text: "P" });
  expect(hexLines(Uint8Array.of(0, 0xff), 0)[0]?.text).toBe("··");
});

test("an empty file has one part", () => {
  expect(partCount(0, 100)).toBe(1);
  expect(partCount(101, 100)).toBe(2);
});
