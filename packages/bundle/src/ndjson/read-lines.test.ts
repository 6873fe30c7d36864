import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { memorySource } from "../source/memory.ts";
import type { BundleSource } from "../source/source.ts";
import type { Line } from "./line.ts";
import { readLines } from "./read-lines.ts";
import type { ReadLinesOptions } from "./read-lines.ts";
import { LineSplitter } from "./splitter.ts";

const source = (content: string | Uint8Array) => memorySource("test", new Map([["x", content]]));

async function read(from: BundleSource | string | Uint8Array, options?: ReadLinesOptions) {
  const isContent = typeof from === "string" || from instanceof Uint8Array;
  const lines: Line[] = [];
  let endOffset = 0;
  let unterminated = false;
  for await (const block of readLines(isContent ? source(from) : from, "x", options)) {
    expect(unterminated).toBe(false);
    expect(block.lines.length).toBeGreaterThan(0);
    lines.push(...block.lines);
    ({ endOffset, unterminated } = block);
  }
  return { lines, endOffset, unterminated };
}

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))),
  );

describe("lines", () => {
  test("numbers, offsets and lengths", async () => {
    const { lines, endOffset, unterminated } = await read('{"a":1}\n"é日😀"\n2\n');
    expect(lines).toEqual([
      { text: '{"a":1}', line: 1, byteOffset: 0, bytes: 7, problem: undefined },
      { text: '"é日😀"', line: 2, byteOffset: 8, bytes: 11, problem: undefined },
      { text: "2", line: 3, byteOffset: 20, bytes: 1, problem: undefined },
    ]);
    expect(endOffset).toBe(22);
    expect(unterminated).toBe(false);
  });

  test("an empty file has none", async () => {
    expect((await read("")).lines).toEqual([]);
  });

  test("a last line without LF", async () => {
    const { lines, endOffset, unterminated } = await read('1\n{"torn');
    expect(lines.map(({ text }) => text)).toEqual(["1", '{"torn']);
    expect({ endOffset, unterminated }).toEqual({ endOffset: 8, unterminated: true });
  });

  test("only LF separates", async () => {
    const { lines } = await read('"\u2028\u2029\u0085\v\f"\n1\r2\n');
    expect(lines.map(({ text, problem }) => [text, problem])).toEqual([
      ['"\u2028\u2029\u0085\v\f"', undefined],
      ["1\r2", undefined],
    ]);
  });

  test("CR before LF is told, and taken off", async () => {
    const { lines } = await read("1\r\n2\n3\r\n\r\n4\r");
    expect(lines.map(({ text, bytes, problem }) => [text, bytes, problem])).toEqual([
      ["1", 2, "carriage-return"],
      ["2", 1, undefined],
      ["3", 2, "carriage-return"],
      ["\r", 1, "blank"],
      ["4", 2, "carriage-return"],
    ]);
  });

  test("blank lines", async () => {
    const { lines } = await read("\n1\n\n \t \n\u00a0\n ");
    expect(lines.map(({ line, problem }) => [line, problem])).toEqual([
      [1, "blank"],
      [2, undefined],
      [3, "blank"],
      [4, "blank"],
      [5, undefined],
      [6, "blank"],
    ]);
  });

  test("bytes that are not UTF-8 spoil their own line only", async () => {
    const { lines } = await read(
      bytes('"é"\n"a', [0xff], 'b"\n"日"\n', [0xe2, 0x82], "\n", [0x82], '"\n"z"\n'),
    );
    expect(
      lines.map(({ text, byteOffset, problem, badByte }) => [text, byteOffset, problem, badByte]),
    ).toEqual([
      ['"é"', 0, undefined, undefined],
      ['"a\ufffdb"', 5, "invalid-utf8", 7],
      ['"日"', 11, undefined, undefined],
      ["\ufffd", 17, "invalid-utf8", 17],
      ['\ufffd"', 20, "invalid-utf8", 20],
      ['"z"', 23, undefined, undefined],
    ]);
  });

  test("a BOM stays in the text", async () => {
    const { lines } = await read("\ufeff{}\n{}\n");
    expect(lines.map(({ text }) => text)).toEqual(["\ufeff{}", "{}"]);
  });

  test("lines over the limit are passed over, others are not", async () => {
    const long = `"${"x".repeat(200_000)}"`;
    const { lines } = await read(`1\n${long}\n22\n333\n${long}`, { maxLineBytes: 2 });
    expect(
      lines.map(({ text, byteOffset, bytes, problem }) => [text, byteOffset, bytes, problem]),
    ).toEqual([
      ["1", 0, 1, undefined],
      ["", 2, 200_002, "too-long"],
      ["22", 200_005, 2, undefined],
      ["", 200_008, 3, "too-long"],
      ["", 200_012, 200_002, "too-long"],
    ]);
  });

  test("a line at the limit that crosses blocks is read", async () => {
    const long = "é".repeat(150_000);
    const { lines } = await read(`1\n${long}\n2\n`, { maxLineBytes: 300_000 });
    expect(lines.map(({ text, bytes }) => [text.length, bytes])).toEqual([
      [1, 1],
      [150_000, 300_000],
      [1, 1],
    ]);
  });

  test("reading goes on from where it ended", async () => {
    const content = "1\n22\n333\n";
    const { lines } = await read(content, { start: 5, firstLine: 3 });
    expect(lines).toEqual([{ text: "333", line: 3, byteOffset: 5, bytes: 3, problem: undefined }]);
    expect((await read(content, { start: 9, firstLine: 4 })).lines).toEqual([]);
  });

  test("the bytes are shown as they are read", async () => {
    const content = `${"x".repeat(100_000)}\ny`;
    let seen = 0;
    await read(content, { onBytes: (block) => (seen += block.length) });
    expect(seen).toBe(content.length);
  });
});

describe("properties", () => {
  const piece = fc.constantFrom(
    "\n",
    "\n",
    "\r",
    "a",
    "é",
    "日",
    "😀",
    " ",
    "\u2028",
    '{"a":1}',
    [0xff],
    [0xe2, 0x82],
  );
  const content = fc.array(piece, { maxLength: 40 }).map((parts) => bytes(...parts));

  test("cutting into blocks changes nothing", () => {
    fc.assert(
      fc.property(
        content,
        fc.array(fc.integer({ min: 1, max: 9 })),
        fc.integer({ min: 1, max: 30 }),
        (all, sizes, maxLineBytes) => {
          const whole = split([all], maxLineBytes);
          const blocks: Uint8Array[] = [];
          for (let at = 0, i = 0; at < all.length; i++) {
            const size = sizes[i % sizes.length] ?? 1;
            blocks.push(all.subarray(at, at + size));
            at += size;
          }
          expect(split(blocks, maxLineBytes)).toEqual(whole);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test("the lines are what a plain split gives", () => {
    fc.assert(
      fc.property(content, (all) => {
        const parts: Buffer[] = [];
        for (let at = 0; at <= all.length;) {
          const lf = all.indexOf(10, at);
          parts.push(all.subarray(at, lf === -1 ? all.length : lf));
          at = lf === -1 ? all.length + 1 : lf + 1;
        }
        const hasRest = parts.at(-1)?.length !== 0;
        if (!hasRest) parts.pop();
        const { lines, unterminated } = split([all], 1000);
        expect(unterminated).toBe(hasRest);
        expect(lines.map((one) => one.bytes)).toEqual(parts.map((part) => part.length));
        let offset = 0;
        for (const [i, part] of parts.entries()) {
          const line = lines[i];
          const text = part.toString();
          const isValid = Buffer.from(text).equals(part);
          const withoutCr = line?.problem === "carriage-return" ? text.slice(0, -1) : text;
          expect(line).toMatchObject({ text: withoutCr, line: i + 1, byteOffset: offset });
          expect(line?.problem === "invalid-utf8").toBe(!isValid);
          offset += part.length + 1;
        }
      }),
      { numRuns: 3000 },
    );
  });
});

function split(blocks: Uint8Array[], maxLineBytes: number) {
  const splitter = new LineSplitter({ maxLineBytes });
  const lines: Line[] = [];
  let endOffset = 0;
  for (const block of blocks) {
    // The block is wiped afterwards: nothing may hold on to it.
    const copy = Uint8Array.from(block);
    const result = splitter.push(copy);
    copy.fill(0x2a);
    lines.push(...(result?.lines ?? []));
    endOffset = result?.endOffset ?? endOffset;
  }
  const last = splitter.end();
  lines.push(...(last?.lines ?? []));
  return { lines, endOffset: last?.endOffset ?? endOffset, unterminated: last !== undefined };
}

test("memory does not grow with the file", async () => {
  const block = Buffer.from(`${"x".repeat(1023)}\n`.repeat(64));
  const endless: BundleSource = {
    ...source(""),
    async *blocks() {
      for (let i = 0; i < 8000; i++) yield block;
    },
  };
  const before = process.memoryUsage().rss;
  let count = 0;
  for await (const { lines } of readLines(endless, "x")) count += lines.length;
  expect(count).toBe(512_000);
  expect(process.memoryUsage().rss - before).toBeLessThan(200e6);
});

test("a line without end is not kept", async () => {
  const block = Buffer.alloc(64 * 1024, 0x20);
  const endless: BundleSource = {
    ...source(""),
    async *blocks() {
      for (let i = 0; i < 16_000; i++) yield block;
    },
  };
  const before = process.memoryUsage().rss;
  const { lines } = await read(endless, { maxLineBytes: 1024 * 1024 });
  expect(lines).toMatchObject([{ problem: "too-long", bytes: 16_000 * 64 * 1024 }]);
  expect(process.memoryUsage().rss - before).toBeLessThan(100e6);
});
