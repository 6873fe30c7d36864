import { expect, it } from "vitest";
import { memorySource } from "../source/memory.ts";
import { goldenFixtures } from "../testing/fixtures.ts";
import { buildSeal } from "./seal.ts";

const hello = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

async function* entries() {
  yield { path: "link", type: "link" as const, bytes: 0 };
}

it("names every file but the manifest, the trace apart, in the order of their paths", async () => {
  const paths = ["trace.ndjson", "manifest.json", "a/b", "a.txt", "a-b", "flow.json"];
  const source = memorySource("bundle", new Map(paths.map((path) => [path, "hello"])));
  const seal = await buildSeal(source);
  expect(seal).toEqual({
    algorithm: "sha256",
    trace: { bytes: 5, sha256: hello },
    files: ["a-b", "a.txt", "a/b", "flow.json"].map((path) => ({ path, bytes: 5, sha256: hello })),
  });
});

it("needs a trace", async () => {
  const source = memorySource("bundle", new Map([["manifest.json", "{}"]]));
  await expect(buildSeal(source)).rejects.toMatchObject({
    code: "not-found",
    path: "trace.ndjson",
  });
});

it("refuses what is not a file", async () => {
  const source = memorySource("bundle", new Map([["trace.ndjson", ""]]));
  await expect(buildSeal({ ...source, entries })).rejects.toMatchObject({ code: "link" });
});

it.each(goldenFixtures())("is in the manifest exactly of a finished bundle: $path", (fixture) => {
  const { status, seal } = fixture.manifest();
  expect(seal !== undefined).toBe(["completed", "failed", "timed_out"].includes(status));
});
