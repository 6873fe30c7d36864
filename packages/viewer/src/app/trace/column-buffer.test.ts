import { expect, test } from "vitest";
import { buffersOf, ColumnBuffer } from "./column-buffer.ts";

const make = (length: number) => ({
  numbers: new Float64Array(length),
  marks: new Uint8Array(length),
});

test("grows, gives its entries away, and begins again", () => {
  const buffer = new ColumnBuffer(make);
  const fill = (from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      const place = buffer.add();
      buffer.columns.numbers[place] = i / 2;
      buffer.columns.marks[place] = i % 256;
    }
  };
  fill(0, 1000);
  const first = buffer.take();
  expect([buffer.length, first.numbers.length, first.marks.length]).toEqual([0, 1000, 1000]);
  fill(1000, 1003);
  const second = buffer.take();
  expect([...second.numbers]).toEqual([500, 500.5, 501]);

  const whole = new ColumnBuffer(make);
  for (const part of [first, second, buffer.take(), first]) whole.append(part);
  expect(whole.length).toBe(2003);
  expect([0, 999, 1000, 1002, 1003, 2002].map((i) => whole.columns.numbers[i])).toEqual([
    0, 499.5, 500, 501, 0, 499.5,
  ]);
  expect(whole.columns.marks[999]).toBe(999 % 256);
});

test("its memory can be handed over", () => {
  const columns = make(3);
  const moved = structuredClone(columns, { transfer: buffersOf(columns) });
  expect([moved.numbers.length, moved.marks.length]).toEqual([3, 3]);
  expect([columns.numbers.length, columns.marks.length]).toEqual([0, 0]);
});
