import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, expectTypeOf, test } from "vitest";
import { directorySource } from "../node/index.ts";
import { browserSource } from "./browser.ts";
import type { DirectoryHandle } from "./handle.ts";
import { memorySource } from "./memory.ts";
import type { BundleSource } from "./source.ts";
import { directoryHandle } from "./testing/directory-handle.ts";
import type { TestFolder } from "./testing/directory-handle.ts";

// One tree, three backends: each has to give the same answers.

const large = new Uint8Array(3_000_001).map((_, i) => i * 7 + (i >> 8));
const files = new Map<string, Uint8Array>([
  ["manifest.json", Buffer.from("{}\n")],
  ["trace.ndjson", Buffer.from('{"seq":1}\n{"seq":2}\n')],
  ["projections/run.json", Buffer.from('{"é":"日😀"}')],
  ["projections.json", Buffer.from("sorts after the folder's content")],
  ["artifacts/empty.txt", Buffer.alloc(0)],
  ["artifacts/large.bin", large],
  ["artifacts/Upper.txt", Buffer.from("upper")],
  ["artifacts/日本.txt", Buffer.from("x")],
  ["artifacts/\u{10000}.txt", Buffer.from("astral")],
  ["artifacts/\uff5e.txt", Buffer.from("not astral")],
  ["artifacts/with space", Buffer.from("x")],
  ["__proto__/constructor", Buffer.from("x")],
  ["a/b/c/d/e/f.txt", Buffer.from("deep")],
]);

const root = mkdtempSync(join(tmpdir(), "bundle-backends-"));
afterAll(() => rmSync(root, { recursive: true }));

const tree: { [name: string]: Uint8Array | TestFolder } = Object.create(null);
for (const [path, content] of files) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
  const segments = path.split("/");
  const last = segments.pop() ?? "";
  let folder = tree;
  for (const segment of segments) folder = (folder[segment] ??= Object.create(null)) as typeof tree;
  folder[last] = content;
}
mkdirSync(join(root, "sessions/empty"), { recursive: true });
tree["sessions"] = { empty: {} };

const inMemory = memorySource("name", new Map(files).set("sessions/empty/", new Uint8Array(0)));
const backends: [string, BundleSource][] = [
  ["directory", directorySource(root, "name")],
  ["memory", inMemory],
  ["browser", browserSource(directoryHandle("name", tree))],
];

describe.each(backends)("%s", (_, source) => {
  test("has its name", () => {
    expect(source.name).toBe("name");
  });

  test("lists the tree in order", async () => {
    const entries = [];
    for await (const { path, type, bytes, ...rest } of source.entries()) {
      expect(rest).toEqual({});
      expect(bytes).toBe(files.get(path)?.length ?? 0);
      entries.push(type === "directory" ? `${path}/` : path);
    }
    expect(entries).toEqual([
      "__proto__/",
      "__proto__/constructor",
      "a/",
      "a/b/",
      "a/b/c/",
      "a/b/c/d/",
      "a/b/c/d/e/",
      "a/b/c/d/e/f.txt",
      "artifacts/",
      "artifacts/Upper.txt",
      "artifacts/empty.txt",
      "artifacts/large.bin",
      "artifacts/with space",
      "artifacts/日本.txt",
      "artifacts/\u{10000}.txt",
      "artifacts/\uff5e.txt",
      "manifest.json",
      "projections/",
      "projections/run.json",
      "projections.json",
      "sessions/",
      "sessions/empty/",
      "trace.ndjson",
    ]);
  });

  test("tells sizes", async () => {
    for (const [path, content] of files) expect(await source.size(path)).toBe(content.length);
    for (const path of [
      "none",
      "none/none",
      "x".repeat(300),
      "artifacts/none",
      "manifest.json/x",
      "a/b/x/d",
    ]) {
      expect(await source.size(path)).toBeUndefined();
    }
    for (const path of ["artifacts", "sessions/empty", "a/b"]) {
      await expect(source.size(path)).rejects.toMatchObject({ code: "not-a-file", path });
    }
  });

  test("reads whole files, up to a limit", async () => {
    for (const [path, content] of files) {
      const bytes = await source.read(path, content.length);
      expect(Buffer.compare(bytes, content)).toBe(0);
    }
    const error = { code: "too-large", path: "artifacts/large.bin" };
    await expect(source.read("artifacts/large.bin", large.length - 1)).rejects.toMatchObject(error);
  });

  test.each([
    [undefined, undefined],
    [0, 0],
    [0, 1],
    [1, undefined],
    [65_536, 131_072],
    [65_537, 1_048_577],
    [2_999_999, 3_000_001],
    [3_000_000, 9_000_000],
    [3_000_001, undefined],
    [9_000_000, undefined],
    [5, 4],
  ])("reads blocks from %s to %s", async (start, end) => {
    const parts: Uint8Array[] = [];
    for await (const block of source.blocks("artifacts/large.bin", start, end)) {
      expect(block.length).toBeGreaterThan(0);
      parts.push(Uint8Array.from(block));
    }
    expect(
      Buffer.compare(
        Buffer.concat(parts),
        large.subarray(start, Math.max(start ?? 0, end ?? large.length)),
      ),
    ).toBe(0);
  });

  test("reading can be broken off", async () => {
    for (let i = 0; i < 3; i++) {
      for await (const block of source.blocks("artifacts/large.bin")) {
        expect(block[1]).toBe(large[1]);
        break;
      }
    }
  });

  test("an empty file has no blocks", async () => {
    for await (const block of source.blocks("artifacts/empty.txt")) expect(block).toBeUndefined();
    expect(await source.size("artifacts/empty.txt")).toBe(0);
  });

  test("hashes", async () => {
    const hasher = source.sha256();
    for await (const block of source.blocks("artifacts/large.bin")) hasher.update(block);
    const other = inMemory.sha256();
    other.update(large);
    expect(await hasher.hex()).toBe(await other.hex());
  });

  test.each([
    "",
    "/",
    "/etc/passwd",
    "../x",
    "a/../manifest.json",
    "./manifest.json",
    "a//b",
    "a\\b",
    "a\0b",
    "C:/x",
    "manifest.json/",
  ])("refuses the path %j", async (path) => {
    const error = { name: "SourceError", code: "bad-path", path };
    await expect(source.size(path)).rejects.toMatchObject(error);
    await expect(source.read(path, 10)).rejects.toMatchObject(error);
    await expect(first(source.blocks(path))).rejects.toMatchObject(error);
  });

  test.each([
    ["none", "not-found"],
    ["artifacts/none", "not-found"],
    ["manifest.json/x", "not-found"],
    ["artifacts", "not-a-file"],
    ["x".repeat(300), "not-found"],
  ])("cannot read %j", async (path, code) => {
    const error = { code, path };
    await expect(source.read(path, 10)).rejects.toMatchObject(error);
    await expect(first(source.blocks(path))).rejects.toMatchObject(error);
  });
});

async function first(blocks: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  for await (const block of blocks) return block;
  return undefined;
}

const make = (...paths: string[]) => memorySource("x", new Map(paths.map((path) => [path, ""])));

describe("memory", () => {
  test("refuses a path that is a file and a folder", () => {
    expect(() => make("a", "a/b")).toThrow(expect.objectContaining({ code: "bad-path" }));
    expect(() => make("a/b", "a")).toThrow(expect.objectContaining({ code: "bad-path" }));
    expect(() => make("a/b", "a/")).not.toThrow();
    expect(() => make("a/", "a/b")).not.toThrow();
    expect(() => make("../a")).toThrow(expect.objectContaining({ code: "bad-path" }));
  });
});

/** A handle whose files cannot be read in the end. */
const failing = (problem: string): DirectoryHandle => ({
  ...directoryHandle("x", {}),
  getFileHandle: async (name) => ({
    kind: "file",
    name,
    getFile: async () => ({
      size: 10,
      slice: () => ({
        arrayBuffer: async () => {
          if (problem !== "") throw new DOMException("No.", problem);
          return new ArrayBuffer(5);
        },
      }),
    }),
  }),
});

describe("browser", () => {
  test.each([
    ["", "changed"],
    ["NotReadableError", "changed"],
    ["SecurityError", "unreadable"],
  ])("a file that fails with %j is told as %s", async (problem, code) => {
    await expect(browserSource(failing(problem)).read("a", 10)).rejects.toMatchObject({
      code,
      path: "a",
    });
  });

  test("names that break the grammar are told, not entered", async () => {
    const handle = directoryHandle("x", {
      "a\nb": new Uint8Array(3),
      "c\u001bd": { inner: new Uint8Array(1) },
    });
    const entries = [];
    for await (const entry of browserSource(handle).entries()) entries.push(entry);
    expect(entries).toEqual([
      { path: "a\nb", type: "file", bytes: 3, problem: "bad-path" },
      { path: "c\u001bd", type: "directory", bytes: 0, problem: "bad-path" },
    ]);
  });

  test("a browser's own handle is accepted", () => {
    expectTypeOf<FileSystemDirectoryHandle>().toExtend<DirectoryHandle>();
  });
});
