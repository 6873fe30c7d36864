import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { producedBundle } from "./produced-bundle.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "produced-"));
  mkdirSync(join(folder, "out"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function bundle(...path: readonly string[]): string {
  const place = join(folder, ...path);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, "manifest.json"), "{}");
  return place;
}

test("is where the answer says", () => {
  const place = bundle("out", "runs", "1");
  bundle("out", "2");
  expect(producedBundle(folder, { bundle: "runs/1" })).toBe(place);
});

test.each(["", ".", "..", "../work", "runs/../../work", "nothing", "/"])(
  "is not outside of `out`, nor where there is none: %j",
  (path) => {
    bundle("work");
    bundle();
    expect(producedBundle(folder, { bundle: path })).toBeUndefined();
  },
);

test("is the only one in `out` when nothing was answered", () => {
  expect(producedBundle(folder, undefined)).toBeUndefined();
  mkdirSync(join(folder, "out", ".lock"));
  const place = bundle("out", "1");
  expect(producedBundle(folder, undefined)).toBe(place);
  bundle("out", "2");
  expect(producedBundle(folder, undefined)).toBeUndefined();
});
