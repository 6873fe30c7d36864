import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Capture } from "./capture.ts";

test("a character may come in pieces, with others in between", () => {
  const capture = new Capture();
  const euro = Buffer.from("€");
  capture.add("stdout", Buffer.concat([Buffer.from("x"), euro.subarray(0, 2)]));
  capture.add("stderr", Buffer.from("e"));
  capture.add("stdout", Buffer.concat([euro.subarray(2), Buffer.from("y")]));
  expect(capture.captured("stdout")).toMatchObject({ text: "x€y", isTruncated: false });
  expect(capture.captured("stderr").text).toBe("e");
  expect(capture.combined()).toBe("xe€y");
});

test("however bytes come in, they and their text are the same", () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 6 }), { maxLength: 8 });
  fc.assert(
    fc.property(pieces, (given) => {
      const capture = new Capture();
      for (const piece of given) expect(capture.add("stdout", Buffer.from(piece))).toBe(true);
      const { bytes, text } = capture.captured("stdout");
      expect(Buffer.from(bytes)).toEqual(Buffer.concat(given));
      expect(text).toBe(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
      expect(capture.combined()).toBe(text);
    }),
  );
});

test("a byte order mark stays", () => {
  const capture = new Capture();
  capture.add("stdout", Buffer.from("\ufeffx"));
  expect([capture.captured("stdout").text, capture.combined()]).toEqual(["\ufeffx", "\ufeffx"]);
});

test("each stream has its own limit; what is over it is dropped and told", () => {
  const capture = new Capture(4);
  expect(capture.add("stdout", Buffer.from("1234"))).toBe(true);
  expect(capture.add("stderr", Buffer.from("12"))).toBe(true);
  expect(capture.add("stdout", Buffer.from("5"))).toBe(false);
  expect(capture.add("stderr", Buffer.from("3456"))).toBe(false);
  expect(capture.captured("stdout")).toMatchObject({ text: "1234", isTruncated: true });
  expect(capture.captured("stderr")).toMatchObject({ text: "1234", isTruncated: true });
});

test("a text is not cut inside of a character; other bytes are cut where the limit is", () => {
  const text = new Capture(3);
  text.add("stdout", Buffer.from("aé€"));
  expect(text.captured("stdout")).toMatchObject({ text: "aé", isTruncated: true });
  const cut = new Capture(2);
  cut.add("stdout", Buffer.from("a€"));
  expect(cut.captured("stdout").text).toBe("a");
  const other = new Capture(3);
  other.add("stdout", Buffer.from([0xff, 0xff, 0xff, 0xff]));
  expect(other.captured("stdout").bytes).toHaveLength(3);
});
