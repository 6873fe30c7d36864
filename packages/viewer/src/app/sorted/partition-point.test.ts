import { array, assert, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { countUpTo, partitionPoint } from "./partition-point.ts";

test("counts what a look at each would count", () => {
  assert(
    property(array(integer({ min: -9, max: 9 })), integer({ min: -10, max: 10 }), (list, limit) => {
      const numbers = list.toSorted((a, b) => a - b);
      expect(countUpTo(numbers, limit)).toBe(numbers.filter((n) => n <= limit).length);
      expect(partitionPoint(numbers.length, (i) => (numbers[i] ?? 0) < limit)).toBe(
        numbers.filter((n) => n < limit).length,
      );
    }),
  );
});
