import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, describe, expect, test } from "vitest";
import { readLines } from "../ndjson/read-lines.ts";
import type { BundleSource, SourceEntry } from "../source/source.ts";
import { directorySource } from "./index.ts";

// Trees that a bundle must not consist of. None may crash or hang the source, or make it read outside the folder.

const posix = process.platform !== "win32";
const linux = process.platform === "linux";
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new folder with a secret beside the bundle. */
function newBundle(): { root: string; outside: string; source: () => BundleSource } {
  const folder = mkdtempSync(join(tmpdir(), "bundle-hostile-"));
  folders.push(folder);
  const root = join(folder, "bundle");
  const outside = join(folder, "outside");
  mkdirSync(root);
  mkdirSync(outside);
  writeFileSync(join(outside, "secret.txt"), "secret");
  return { root, outside, source: () => directorySource(root) };
}

async function list(source: BundleSource): Promise<SourceEntry[]> {
  const entries: SourceEntry[] = [];
  for await (const entry of source.entries()) entries.push(entry);
  return entries;
}

/** What happens when the path is asked for in each way. */
async function outcomes(source: BundleSource, path: string): Promise<unknown[]> {
  const ways = [
    source.size(path),
    source.read(path, 1e6),
    (async () => {
      for await (const block of source.blocks(path)) return block;
      return undefined;
    })(),
  ];
  const settled = await Promise.allSettled(ways);
  return settled.map((one) => (one.status === "rejected" ? one.reason.code : one.value));
}

describe.runIf(posix)("links", () => {
  test.each([
    ["to a file outside", "../outside/secret.txt", "x", "link"],
    ["to a folder outside", "../outside", "x/secret.txt", "link"],
    ["to an absolute path", "/etc/passwd", "x", "link"],
    ["to a file inside", "manifest.json", "x", "link"],
    ["to the bundle itself", ".", "x/manifest.json", "link"],
    ["to nothing", "gone", "x", "link"],
    ["to itself", "x", "x", "link"],
    ["to itself, entered", "x", "x/x/x", "link"],
    ["to a device", "/dev/zero", "x", "link"],
  ])("%s", async (_, target, path, code) => {
    const { root, source } = newBundle();
    writeFileSync(join(root, "manifest.json"), "{}");
    symlinkSync(target, join(root, "x"));
    expect(await list(source())).toEqual([
      { path: "manifest.json", type: "file", bytes: 2 },
      { path: "x", type: "link", bytes: 0 },
    ]);
    expect(await outcomes(source(), path)).toEqual([code, code, code]);
  });

  test("the message names the link", async () => {
    const { root, outside, source } = newBundle();
    symlinkSync(outside, join(root, "sessions"));
    await expect(source().read("sessions/secret.txt", 10)).rejects.toThrow(
      '"sessions" is a symbolic link; links are not followed',
    );
  });

  test("the bundle itself may be reached through one", async () => {
    const { root, outside } = newBundle();
    writeFileSync(join(root, "manifest.json"), "{}");
    symlinkSync(root, join(outside, "way"));
    const source = directorySource(join(outside, "way"));
    expect(await source.size("manifest.json")).toBe(2);
    expect(source.name).toBe(join(outside, "way"));
  });
});

describe.runIf(posix)("special files", () => {
  test("a FIFO", async () => {
    const { root, source } = newBundle();
    execFileSync("mkfifo", [join(root, "trace.ndjson")]);
    expect(await list(source())).toEqual([{ path: "trace.ndjson", type: "special", bytes: 0 }]);
    expect(await outcomes(source(), "trace.ndjson")).toEqual(["special", "special", "special"]);
    expect(await outcomes(source(), "trace.ndjson/x")).toEqual([
      undefined,
      "not-found",
      "not-found",
    ]);
  });

  test("a socket", async () => {
    const { root, source } = newBundle();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(root, "s"), resolve));
    expect(await list(source())).toEqual([{ path: "s", type: "special", bytes: 0 }]);
    expect(await outcomes(source(), "s")).toEqual(["special", "special", "special"]);
    await new Promise((resolve) => server.close(resolve));
  });

  test.runIf(process.getuid?.() !== 0)("what may not be read", async () => {
    const { root, source } = newBundle();
    writeFileSync(join(root, "a"), "x", { mode: 0 });
    mkdirSync(join(root, "b"), { mode: 0 });
    expect(await list(source())).toEqual([
      { path: "a", type: "file", bytes: 1 },
      { path: "b", type: "directory", bytes: 0, problem: "unreadable" },
    ]);
    expect(await outcomes(source(), "a")).toEqual([1, "unreadable", "unreadable"]);
    chmodSync(join(root, "b"), 0o700);
  });
});

describe("sizes", () => {
  test.runIf(linux)("a sparse file of 8 GiB", async () => {
    const { root, source } = newBundle();
    const bytes = 8 * 1024 ** 3;
    writeFileSync(join(root, "trace.ndjson"), "");
    truncateSync(join(root, "trace.ndjson"), bytes);
    expect(await list(source())).toEqual([{ path: "trace.ndjson", type: "file", bytes }]);
    await expect(source().read("trace.ndjson", 64e6)).rejects.toMatchObject({ code: "too-large" });
    const start = bytes - 100_000;
    let count = 0;
    for await (const block of source().blocks("trace.ndjson", start)) count += block.length;
    expect(count).toBe(100_000);
    for await (const { lines } of readLines(source(), "trace.ndjson", {
      start,
      maxLineBytes: 1000,
    })) {
      expect(lines).toMatchObject([{ problem: "too-long", bytes: 100_000 }]);
    }
  });

  test.runIf(linux)("more memory than there is is not asked for", async () => {
    const { root, source } = newBundle();
    writeFileSync(join(root, "a"), "");
    truncateSync(join(root, "a"), 2 ** 42);
    await expect(source().read("a", Infinity)).rejects.toMatchObject({ code: "too-large" });
  });

  test("a folder with 20,000 files", async () => {
    const { root, source } = newBundle();
    for (let i = 0; i < 20_000; i++) writeFileSync(join(root, `f${i}`), "");
    const paths = (await list(source())).map(({ path }) => path);
    expect(paths.length).toBe(20_000);
    expect(paths).toEqual(paths.toSorted());
  });

  test.runIf(linux)("folders 3,000 deep", async () => {
    const { root, source } = newBundle();
    // Deeper than a path can be long, so they have to be made step by step.
    const steps = "for (let i = 0; i < 3000; i++) { fs.mkdirSync('d'); process.chdir('d'); }";
    execFileSync(process.execPath, ["-e", steps], { cwd: root });
    const entries = await list(source());
    expect(entries.length).toBeGreaterThan(500);
    expect(entries.at(-1)).toMatchObject({ type: "directory", problem: "bad-path" });
    expect(entries.slice(0, -1).every(({ problem }) => problem === undefined)).toBe(true);
    execFileSync("rm", ["-rf", join(root, "d")]);
  });
});

describe.runIf(linux)("names", () => {
  test("with line ends, ANSI sequences and backslashes", async () => {
    const { root, source } = newBundle();
    for (const name of ["a\nb", "\u001b[2Jx", "back\\slash", "..\\..\\x"])
      writeFileSync(join(root, name), "x");
    mkdirSync(join(root, "c\rd"));
    writeFileSync(join(root, "c\rd", "inner"), "x");
    const file = { type: "file", bytes: 1, problem: "bad-path" };
    expect(await list(source())).toEqual([
      { path: "\u001b[2Jx", ...file },
      { path: "..\\..\\x", ...file },
      { path: "a\nb", ...file },
      { path: "back\\slash", ...file },
      { path: "c\rd", type: "directory", bytes: 0, problem: "bad-path" },
    ]);
    expect(await outcomes(source(), "a\nb")).toEqual(["bad-path", "bad-path", "bad-path"]);
  });

  test("that are not UTF-8", async () => {
    const { root, source } = newBundle();
    writeFileSync(Buffer.concat([Buffer.from(`${root}/a`), Buffer.from([0xff, 0xe9])]), "xx");
    mkdirSync(Buffer.concat([Buffer.from(`${root}/b`), Buffer.from([0xc3])]));
    writeFileSync(join(root, "c\ufffd"), "x");
    writeFileSync(join(root, "é"), "x");
    expect(await list(source())).toEqual([
      { path: "a\\xff\\xe9", type: "file", bytes: 2, problem: "bad-path" },
      { path: "b\\xc3", type: "directory", bytes: 0, problem: "bad-path" },
      { path: "c\ufffd", type: "file", bytes: 1 },
      { path: "é", type: "file", bytes: 1 },
    ]);
  });
});

describe("files that change while they are read", () => {
  test("one that grows is read to the end it had", async () => {
    const { root, source } = newBundle();
    writeFileSync(join(root, "a"), Buffer.alloc(200_000));
    let count = 0;
    for await (const block of source().blocks("a")) {
      count += block.length;
      appendFileSync(join(root, "a"), "more");
    }
    expect(count).toBe(200_000);
  });

  test("one that shrinks has changed", async () => {
    const { root, source } = newBundle();
    writeFileSync(join(root, "a"), Buffer.alloc(200_000));
    const read = async () => {
      for await (const block of source().blocks("a")) truncateSync(join(root, "a"), block.length);
    };
    await expect(read()).rejects.toMatchObject({ code: "changed", path: "a" });
  });

  test.runIf(posix)(
    "folders that become links and back lead nowhere",
    { timeout: 30_000 },
    async () => {
      const { root, outside, source } = newBundle();
      mkdirSync(join(root, "artifacts"));
      writeFileSync(join(root, "artifacts", "secret.txt"), "inside");
      symlinkSync(outside, join(root, "link"));
      const swap = `
      const { renameSync } = require("node:fs");
      const { parentPort, workerData: root } = require("node:worker_threads");
      let stop = false;
      parentPort.once("message", () => (stop = true));
      const round = () => {
        for (let i = 0; i < 50; i++) {
          renameSync(root + "/artifacts", root + "/folder");
          renameSync(root + "/link", root + "/artifacts");
          renameSync(root + "/artifacts", root + "/link");
          renameSync(root + "/folder", root + "/artifacts");
        }
        if (stop) parentPort.postMessage("stopped");
        else setImmediate(round);
      };
      parentPort.postMessage("started");
      round();`;
      const worker = new Worker(swap, { eval: true, workerData: root });
      const message = (): Promise<unknown> =>
        new Promise((resolve) => worker.once("message", resolve));
      await message();
      const pinned = source();
      const seen = new Map<string, number>();
      for (const end = performance.now() + 1000; performance.now() < end;) {
        const outcome = await pinned.read("artifacts/secret.txt", 100).then(
          (bytes) => new TextDecoder().decode(bytes),
          (error: unknown) => (error as { code: string }).code,
        );
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
        for await (const { path } of pinned.entries()) expect(path).not.toBe("link/secret.txt");
      }
      const stopped = message();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
      worker.postMessage("stop");
      await stopped;
      await worker.terminate();
      expect([...seen.keys()]).not.toContain("secret");
      expect(seen.get("inside")).toBeGreaterThan(0);
      expect(seen.size).toBeGreaterThan(1);
    },
  );
});

describe("the bundle's own folder", () => {
  test.each([
    ["gone", "not-found"],
    ["bundle/manifest.json", "not-a-directory"],
    ["bundle/manifest.json/x", "not-found"],
  ])("%s", (path, code) => {
    const { root } = newBundle();
    writeFileSync(join(root, "manifest.json"), "{}");
    const make = () => directorySource(join(root, "..", path));
    expect(make).toThrow(expect.objectContaining({ name: "SourceError", code, path: "" }));
  });

  test("removed later", async () => {
    const { root, source } = newBundle();
    const pinned = source();
    rmSync(root, { recursive: true });
    await expect(list(pinned)).rejects.toMatchObject({ code: "not-found" });
    expect(await outcomes(pinned, "a")).toEqual([undefined, "not-found", "not-found"]);
  });

  test("replaced later", async () => {
    const { root, outside, source } = newBundle();
    writeFileSync(join(root, "secret.txt"), "x");
    const pinned = source();
    rmSync(root, { recursive: true });
    symlinkSync(outside, root);
    await expect(pinned.read("secret.txt", 100)).rejects.toMatchObject({ code: "changed" });
    await expect(list(pinned)).rejects.toMatchObject({ code: "changed" });
  });
});

const openDescriptors = () => readdirSync("/proc/self/fd").length;

test.runIf(linux)("no descriptor stays open", async () => {
  const { root, source } = newBundle();
  writeFileSync(join(root, "a"), Buffer.alloc(200_000));
  const before = openDescriptors();
  for (let i = 0; i < 50; i++) {
    await source()
      .read("a", 1)
      .catch(() => undefined);
    await source().read("a", 1e6);
    for await (const block of source().blocks("a")) if (block.length > 0) break;
    await expect(
      (async () => {
        for await (const _ of source().blocks("a")) throw new Error("enough");
      })(),
    ).rejects.toThrow("enough");
  }
  expect(openDescriptors()).toBeLessThanOrEqual(before + 2);
});
