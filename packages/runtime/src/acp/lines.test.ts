import { expect, test } from "vitest";
import { Lines, checkNesting } from "./lines.ts";

test("lines come whole, however they are cut", () => {
  const bytes = Buffer.from("é1\r\n\n日本\nrest");
  for (let size = 1; size <= bytes.length; size++) {
    const lines = new Lines();
    const found: string[] = [];
    for (let at = 0; at < bytes.length; at += size) {
      found.push(...lines.push(bytes.subarray(at, at + size)));
    }
    expect([...found, lines.rest()]).toEqual(["é1\r", "", "日本", "rest"]);
  }
});

test("a line has a limit, all of them together have none", () => {
  const lines = new Lines(4);
  expect([...lines.push(Buffer.from("1234\n1234\n12"))]).toEqual(["1234", "1234"]);
  expect(() => [...lines.push(Buffer.from("345"))]).toThrow(/longer than 4 bytes/);
});

test("nesting is counted outside of strings", () => {
  const nested = (depth: number, text = "") => `${"[".repeat(depth)}"${text}"${"]".repeat(depth)}`;
  expect(() => checkNesting(nested(900, String.raw`[[\"[[\\`))).not.toThrow();
  expect(() => checkNesting(nested(901))).toThrow(/deeper than 900/);
  expect(() => checkNesting(`[${"[],".repeat(5000)}0]`)).not.toThrow();
});
