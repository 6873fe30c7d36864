import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readLines, type BundleSource } from "@flow-bundle/bundle";
import { directorySource } from "@flow-bundle/bundle/node";
import { validateBundle } from "@flow-bundle/validator";
import { BlobWriter, Uint8ArrayReader, ZipWriter } from "@zip.js/zip.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serve, type RunningServer } from "../../server/server.ts";
import { filesSource, type PickedFile } from "./files-source.ts";
import { httpSource } from "./http-source.ts";
import { fileRuns, zipRuns } from "./picked-runs.ts";
import { urlSource } from "./url-source.ts";
import { zipSource } from "./zip-source.ts";

const fixtures = fileURLToPath(new URL("../../../../../fixtures/valid/", import.meta.url));
const bundles = ["1.1-acp-two-turn", "1.1-hostile-names", "1.1-shell"];

let server: RunningServer;
let host: Server;
let withoutRanges = false;

beforeAll(async () => {
  server = await serve({ paths: [fixtures], app: fixtures });
  // A host of static files, with or without ranges.
  host = createServer((request, response) => {
    const path = join(fixtures, decodeURIComponent(request.url ?? ""));
    if (!existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const { size } = statSync(path);
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
    if (request.method === "HEAD") response.writeHead(200, { "content-length": size }).end();
    else if (start === undefined || end === undefined || withoutRanges) {
      response.writeHead(200, { "content-length": size });
      createReadStream(path).pipe(response);
    } else {
      response.writeHead(206);
      createReadStream(path, { start: Number(start), end: Number(end) }).pipe(response);
    }
  });
  await new Promise<void>((resolve) => {
    host.listen(0, "127.0.0.1", () => resolve());
  });
});

afterAll(async () => {
  await server.close();
  host.close();
});

async function picked(name: string): Promise<PickedFile[]> {
  const source = directorySource(fixtures + name);
  const files: PickedFile[] = [];
  for await (const { path, type } of source.entries()) {
    if (type !== "file") continue;
    const bytes = new Uint8Array(await source.read(path, 1e8));
    files.push({ path, file: new Blob([bytes]) });
  }
  return files;
}

async function zipped(name: string, prefix: string): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter());
  for (const { path, file } of await picked(name)) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    await writer.add(prefix + path, new Uint8ArrayReader(bytes));
  }
  return writer.close();
}

const backends: readonly [string, (name: string) => Promise<BundleSource>][] = [
  [
    "served",
    async (name) => {
      const run = (await server.catalogue.list()).runs.find((entry) => entry.name === name);
      const { files } = (await server.catalogue.files(run?.id ?? "")) ?? { files: [] };
      return httpSource(name, files, server.url);
    },
  ],
  ["picked files", async (name) => filesSource(name, await picked(name))],
  ["a zip archive", async (name) => zipSource(name, await zipped(name, ""), "")],
  [
    "a folder of a zip archive",
    async (name) => zipSource(name, await zipped(name, "a/b/"), "a/b/"),
  ],
  ["a web host", async (name) => urlSource(name, urlOf(name))],
];

function urlOf(name: string): string {
  return `http://127.0.0.1:${(host.address() as AddressInfo).port}/${name}/`;
}

describe.each(backends)("%s", (_, open) => {
  test.each(bundles)("the report is that of the folder: %s", async (name) => {
    const expected = await validateBundle(directorySource(fixtures + name, name));
    expect(await validateBundle(await open(name))).toEqual(expected);
  });

  test("parts of files, and files that are not there", async () => {
    const source = await open("1.1-acp-two-turn");
    const trace = await source.read("trace.ndjson", 1e8);
    expect(await source.size("trace.ndjson")).toBe(trace.length);
    const parts: number[] = [];
    for await (const block of source.blocks("trace.ndjson", 10, 30)) parts.push(...block);
    expect(parts).toEqual([...trace.subarray(10, 30)]);
    for await (const block of source.blocks("trace.ndjson", trace.length)) parts.push(...block);
    expect(parts).toHaveLength(20);
    const { lines } = (await readLines(source, "trace.ndjson", { start: 0 }).next()).value ?? {};
    expect(lines?.[0]?.text).toContain("run_started");
    expect(await source.size("nothing")).toBeUndefined();
    await expect(source.read("nothing", 1)).rejects.toMatchObject({ code: "not-found" });
    await expect(source.read("trace.ndjson", 1)).rejects.toMatchObject({ code: "too-large" });
    await expect(source.read("../x", 1)).rejects.toMatchObject({ code: "bad-path" });
  });
});

test("a web host without ranges", async () => {
  withoutRanges = true;
  const source = urlSource("x", urlOf("1.1-acp-two-turn"));
  const bytes: number[] = [];
  for await (const block of source.blocks("trace.ndjson", 1, 5)) bytes.push(...block);
  expect(String.fromCharCode(...bytes)).toBe('"seq');
  withoutRanges = false;
});

test("runs among picked files, and in an archive", async () => {
  const files = (await picked("1.1-shell")).map(({ path, file }) => ({
    path: `runs/a/${path}`,
    file,
  }));
  expect(await fileRuns(files)).toMatchObject([{ name: "a", status: "completed" }]);
  const archive = await zipped("1.1-shell", "");
  expect(await zipRuns("some.zip", archive)).toMatchObject([{ name: "some", origin: "picked" }]);
  await expect(zipRuns("no.zip", new Blob(["no archive"]))).rejects.toThrow("format");
});

test("a part of a zipped file is unpacked once, and told the same each time", async () => {
  const source = await zipSource("x", await zipped("1.1-acp-two-turn", ""), "");
  const expected = await directorySource(`${fixtures}1.1-acp-two-turn`).read("trace.ndjson", 1e8);
  const whole: number[] = [];
  for await (const block of source.blocks("trace.ndjson")) whole.push(...block);
  expect(whole).toEqual([...expected]);
  for (const start of [500, 3, 500]) {
    const part: number[] = [];
    for await (const block of source.blocks("trace.ndjson", start, start + 20)) part.push(...block);
    expect(part).toEqual([...expected.subarray(start, start + 20)]);
  }
});

test("a damaged archive is told as such, each time", async () => {
  const bytes = new Uint8Array(await (await zipped("1.1-shell", "")).arrayBuffer());
  // The first file behind its header of 30 bytes, its name and more; the list at the end stays as it is.
  const header = new DataView(bytes.buffer);
  const data = 30 + header.getUint16(26, true) + header.getUint16(28, true);
  bytes.fill(0xff, data, data + 20);
  const source = await zipSource("x", new Blob([bytes]), "");
  const results: string[] = [];
  for await (const { path, type } of source.entries()) {
    if (type !== "file") continue;
    for (let i = 0; i < 2; i++) {
      const read = await source.read(path, 1e8).catch((error: { code: string }) => error.code);
      if (typeof read === "string") results.push(`${path} ${read}`);
    }
  }
  expect(results).toHaveLength(2);
  expect(results[0]).toMatch(/ unreadable$/);
  expect(results[1]).toBe(results[0]);
});
