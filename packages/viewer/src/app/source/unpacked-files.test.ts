import { expect, test } from "vitest";
import { UnpackedFiles } from "./unpacked-files.ts";

const file = (bytes: number) => ({ bytes });
const blob = async (): Promise<Blob> => new Blob(["x"]);

test("what was used longest ago makes room", async () => {
  const kept = new UnpackedFiles(10);
  const [a, b, c] = [file(4), file(4), file(4)];
  await kept.keep(a, blob());
  await kept.keep(b, blob());
  expect(kept.find(a)).toBeDefined();
  await kept.keep(c, blob());
  expect(kept.find(b)).toBeUndefined();
  expect(kept.find(a)).toBeDefined();
  expect(kept.find(c)).toBeDefined();
});

test("what is larger than everything is not kept", async () => {
  const kept = new UnpackedFiles(10);
  const large = file(11);
  expect(kept.accepts(large)).toBe(false);
  await kept.keep(large, blob());
  expect(kept.find(large)).toBeUndefined();
});

test("what cannot be unpacked is tried again", async () => {
  const kept = new UnpackedFiles(10);
  const broken = file(3);
  await expect(kept.keep(broken, Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(kept.find(broken)).toBeUndefined();
});
