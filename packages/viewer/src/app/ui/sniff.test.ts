import { expect, test } from "vitest";
import { fromBase64, looksBinary, sniffImage } from "./sniff.ts";

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

test("images are told by their bytes", () => {
  expect(sniffImage(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))).toBe(
    "image/png",
  );
  expect(sniffImage(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe("image/jpeg");
  expect(sniffImage(ascii("GIF89a"))).toBe("image/gif");
  expect(sniffImage(ascii("RIFF\0\0\0\0WEBPVP8 "))).toBe("image/webp");
});

test("SVG, HTML and the rest are none", () => {
  for (const text of ["<svg onload=alert(1)>", "<html>", "RIFF\0\0\0\0WAVE", "BM", ""]) {
    expect(sniffImage(ascii(text))).toBeUndefined();
  }
});

test("what is binary", () => {
  expect(looksBinary(ascii("text\nwith \u001b[31mcolour\u001b[0m\n"))).toBe(false);
  expect(looksBinary(ascii("a\0b"))).toBe(true);
  expect(looksBinary(Uint8Array.of(1, 2, 3, 4))).toBe(true);
  expect(looksBinary(new Uint8Array(0))).toBe(false);
});

test("base64", () => {
  expect(fromBase64("aGk=")).toEqual(ascii("hi"));
  expect(fromBase64("no base64!")).toBeUndefined();
});
