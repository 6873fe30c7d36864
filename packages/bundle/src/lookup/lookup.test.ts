import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { directorySource } from "../node/index.ts";
import { memorySource } from "../source/memory.ts";
import type { BundleSource } from "../source/source.ts";
import { readArtifact, readArtifactJson, readArtifactText } from "./artifact.ts";
import {
  readSessionBinding,
  readSessionEvents,
  readSessionRecord,
  sessionPaths,
} from "./session.ts";
import type { EventRange } from "./session.ts";

const source = memorySource(
  "test",
  new Map<string, string | Uint8Array>([
    ["artifacts/a.txt", "é\ufeff"],
    ["artifacts/b.json", '{"a":1,"a":2}'],
    ["artifacts/bom.json", "\ufeff[1]"],
    ["artifacts/bad.bin", Uint8Array.of(0x61, 0xff)],
    ["artifacts/empty", ""],
    [
      "sessions/s/events.ndjson",
      '{"seq":1}\n\nx\n{"seq":2,"é":1}\n[]\n{"seq":"3"}\n{"seq":3}\n{"seq":4}\n',
    ],
  ]),
);

describe("artifacts", () => {
  test("bytes, text and JSON", async () => {
    const bytes = await readArtifact(source, { path: "artifacts/bad.bin" });
    expect(bytes).toEqual({ ok: true, value: Uint8Array.of(0x61, 0xff) });
    const text = await readArtifactText(source, { path: "artifacts/a.txt" });
    expect(text).toEqual({ ok: true, value: "é\ufeff" });
    for (const [path, value] of [["b.json", { a: 2 }] as const, ["bom.json", [1]] as const]) {
      expect(await readArtifactJson(source, { path: `artifacts/${path}` })).toEqual({
        ok: true,
        value,
      });
    }
  });

  test.each([
    ["artifacts/none", "not-found"],
    ["../artifacts/a.txt", "bad-path"],
    ["artifacts", "not-a-file"],
    ["artifacts/bad.bin", "invalid-utf8"],
    ["artifacts/a.txt", "not-json"],
    ["artifacts/empty", "not-json"],
  ])("%s is no JSON: %s", async (path, code) => {
    const lookup = await readArtifactJson(source, { path });
    expect(lookup).toEqual({ ok: false, code, message: expect.any(String) });
  });

  test("text that is not UTF-8 tells where", async () => {
    const lookup = await readArtifactText(source, { path: "artifacts/bad.bin" });
    expect(lookup).toMatchObject({
      code: "invalid-utf8",
      message: expect.stringContaining("offset 1"),
    });
  });

  test("more than the limit is not read", async () => {
    const reference = { path: "artifacts/b.json" };
    expect(await readArtifactJson(source, reference, { maxBytes: 12 })).toMatchObject({
      code: "too-large",
    });
    expect(await readArtifactJson(source, reference, { maxBytes: 13 })).toMatchObject({ ok: true });
  });

  test("faults that are not the bundle's are thrown", async () => {
    const broken: BundleSource = {
      ...source,
      read: () => Promise.reject(new RangeError("a bug")),
    };
    await expect(readArtifact(broken, { path: "a" })).rejects.toThrow("a bug");
  });
});

/** `seq` and line number of each event that is read. */
const seqs = async (range?: EventRange, from = source) => {
  const found: [number, number][] = [];
  for await (const { seq, line } of readSessionEvents(from, "s", range))
    found.push([seq, line.line]);
  return found;
};

describe("sessions", () => {
  test("paths", () => {
    expect(sessionPaths("main-1")).toEqual({
      directory: "sessions/main-1",
      binding: "sessions/main-1/binding.json",
      record: "sessions/main-1/record.json",
      events: "sessions/main-1/events.ndjson",
    });
  });

  test("events by seq; what is none is passed over", async () => {
    expect(await seqs()).toEqual([
      [1, 1],
      [2, 4],
      [3, 7],
      [4, 8],
    ]);
    expect(await seqs({ first: 2, last: 3 })).toEqual([
      [2, 4],
      [3, 7],
    ]);
    expect(await seqs({ first: 5 })).toEqual([]);
    expect(await seqs({ first: 2, last: 1 })).toEqual([]);
  });

  test("reading stops behind the range", async () => {
    let blocks = 0;
    const long: BundleSource = {
      ...source,
      async *blocks() {
        for (let seq = 1; ; seq++) {
          blocks++;
          yield Buffer.from(`{"seq":${seq}}\n`);
        }
      },
    };
    expect((await seqs({ first: 2, last: 5 }, long)).map(([seq]) => seq)).toEqual([2, 3, 4, 5]);
    expect(blocks).toBe(6);
  });

  test("an id that leads elsewhere is refused", async () => {
    expect(await readSessionBinding(source, "..")).toMatchObject({ code: "bad-path" });
    expect(await readSessionRecord(source, "/etc")).toMatchObject({ code: "bad-path" });
    expect(await readSessionBinding(source, "s")).toMatchObject({ code: "not-found" });
  });

  test("a golden bundle's session", async () => {
    const folder = new URL("../../../../fixtures/valid/1.1-acp-two-turn", import.meta.url);
    const golden = directorySource(fileURLToPath(folder));
    const manifest = await golden.read("manifest.json", 1e6);
    const [{ id }] = JSON.parse(new TextDecoder().decode(manifest)).sessions as [{ id: string }];
    expect(await readSessionBinding(golden, id)).toMatchObject({
      ok: true,
      value: { bundleId: id },
    });
    expect(await readSessionRecord(golden, id)).toMatchObject({
      ok: true,
      value: { schema: "acpx.session.v1" },
    });
    let last = 0;
    for await (const { seq, event } of readSessionEvents(golden, id)) {
      expect(seq).toBe(last + 1);
      expect(event["message"]).toBeTypeOf("object");
      last = seq;
    }
    expect(last).toBeGreaterThan(5);
  });
});
