import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { portableSha256 } from "./sha256.ts";

test("the same digests as the platform's own, however the bytes are cut", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 6 }), (parts) => {
      const mine = portableSha256();
      const theirs = createHash("sha256");
      for (const part of parts) {
        mine.update(part);
        theirs.update(part);
      }
      expect(mine.hex()).toBe(theirs.digest("hex"));
    }),
    { numRuns: 2000 },
  );
});

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 1_000_000])("%i bytes", (length) => {
  const bytes = new Uint8Array(length).fill(0xa5);
  const hasher = portableSha256();
  hasher.update(bytes);
  expect(hasher.hex()).toBe(createHash("sha256").update(bytes).digest("hex"));
});
