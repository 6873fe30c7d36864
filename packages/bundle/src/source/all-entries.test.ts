import { expect, test } from "vitest";
import { buildSeal } from "../seal/seal.ts";
import { allEntries } from "./all-entries.ts";
import { memorySource } from "./memory.ts";
import { portableSha256 } from "./sha256.ts";
import type { BundleSource, SourceEntry } from "./source.ts";

const plain = memorySource("plain", new Map([["trace.ndjson", "{}\n"]]), portableSha256);

const with_ = (entry: SourceEntry): BundleSource => ({
  ...plain,
  async *entries() {
    yield* plain.entries();
    yield entry;
  },
});

async function listed(source: BundleSource): Promise<string[]> {
  const paths: string[] = [];
  for await (const { path } of allEntries(source)) paths.push(path);
  return paths;
}

test("all of a sound source", async () => {
  expect(await listed(plain)).toEqual(["trace.ndjson"]);
});

test.each(["unreadable", "changed", "bad-path"] as const)("refuses what is %s", async (problem) => {
  const source = with_({ path: "artifacts", type: "directory", bytes: 0, problem });
  await expect(listed(source)).rejects.toMatchObject({
    code: problem,
    path: "artifacts",
  });
  await expect(buildSeal(source)).rejects.toMatchObject({ code: problem });
});
