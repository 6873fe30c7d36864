import {
  createReadStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { BlobWriter, Uint8ArrayReader, ZipWriter } from "@zip.js/zip.js";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { directorySource } from "@flow-bundle/bundle/node";
import { inRepository, openPage, screenshot, startBrowser } from "./viewer.ts";

const types = new Map([
  [".html", "text/html"],
  [".js", "text/javascript"],
  [".css", "text/css"],
  [".svg", "image/svg+xml"],
]);

/** The page on an ordinary web host, in a folder, with a bundle beside it: no server of ours, no headers. */
let host: Server;
let pageUrl: string;
let context: BrowserContext;
let stopBrowser: () => Promise<void>;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "viewer-opening-"));
  host = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? "").split("?")[0] ?? "");
    const [, area, rest = ""] = /^\/(viewer|runs)\/(.*)$/.exec(path) ?? [];
    const base = area === "viewer" ? "packages/viewer/dist/app" : "fixtures/valid";
    const file = join(inRepository(base), rest === "" ? "index.html" : rest);
    if (area === undefined || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404, { "content-type": "text/html" }).end("<p>404</p>");
      return;
    }
    const type = types.get(extname(file)) ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "content-length": statSync(file).size });
    if (request.method === "HEAD") response.end();
    else createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => {
    host.listen(0, "127.0.0.1", () => resolve());
  });
  pageUrl = `http://127.0.0.1:${(host.address() as AddressInfo).port}/viewer/`;
  ({ context, stop: stopBrowser } = await startBrowser());
});

afterAll(async () => {
  await stopBrowser?.();
  host?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A browser tells of each request that fails; that there is no server is found out by one. */
const unexpected = (complaints: readonly string[]) =>
  complaints.filter((text) => !/status of 404/.test(text));

async function zip(name: string, prefix: string): Promise<string> {
  const source = directorySource(inRepository(`fixtures/valid/${name}`));
  const writer = new ZipWriter(new BlobWriter());
  for await (const { path, type } of source.entries()) {
    if (type !== "file") continue;
    const bytes = new Uint8Array(await source.read(path, 1e8));
    await writer.add(prefix + path, new Uint8ArrayReader(bytes));
  }
  const file = join(folder, `${name}.zip`);
  writeFileSync(file, new Uint8Array(await (await writer.close()).arrayBuffer()));
  return file;
}

test("a page on a static host says what to do", async () => {
  const { page, complaints } = await openPage(context, pageUrl);
  await page.getByText("No run is open yet").waitFor();
  await screenshot(page, "empty");
  expect(unexpected(complaints)).toEqual([]);
  await page.close();
});

test("a bundle by its address", async () => {
  const { page, complaints } = await openPage(context, `${pageUrl}?url=../runs/1.1-shell/`);
  await page.locator(".react-flow__node").first().waitFor();
  await page.locator(".attempt .badge").first().waitFor();
  expect(unexpected(complaints)).toEqual([]);
  await page.close();
});

test("a bundle of another host is not fetched", async () => {
  const { page, complaints } = await openPage(context, `${pageUrl}?url=https://example.invalid/x/`);
  await page.getByText("example.invalid is another one").waitFor();
  expect(unexpected(complaints)).toEqual([]);
  await page.close();
});

test("a zip archive", async () => {
  const { page, complaints } = await openPage(context, pageUrl);
  await page.locator('[data-open="zip"]').setInputFiles(await zip("1.1-acp-two-turn", ""));
  await page.getByRole("heading", { name: "release-notes" }).waitFor();
  await page.locator(".react-flow__node").first().waitFor();
  await page.getByRole("group", { name: "Output" }).first().waitFor();
  expect(unexpected(complaints)).toEqual([]);
  await page.close();
});

test("a folder of runs", async () => {
  const { page, complaints } = await openPage(context, pageUrl);
  await page.locator('[data-open="folder"]').setInputFiles(inRepository("fixtures/valid"));
  const links = page.getByRole("list").getByRole("link");
  const all = readdirSync(inRepository("fixtures/valid")).length;
  await expect.poll(() => links.count(), { timeout: 10_000 }).toBe(all);
  await links.filter({ hasText: "1.1-retry-loop" }).click();
  await page.locator(".react-flow__node").first().waitFor();
  expect(unexpected(complaints)).toEqual([]);
  await page.close();
});

test("an archive that is dropped", async () => {
  const { page, complaints } = await openPage(context, pageUrl);
  await page.getByText("No run is open yet").waitFor();
  const bytes = [...(await import("node:fs")).readFileSync(await zip("1.1-shell", "some/where/"))];
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(content)], "shell.zip"));
    return data;
  }, bytes);
  await page.dispatchEvent(".app", "dragover", { dataTransfer: transfer });
  await page.getByText("Drop a bundle, a folder of bundles").waitFor();
  await page.dispatchEvent(".app", "drop", { dataTransfer: transfer });
  await page.locator(".react-flow__node").first().waitFor();
  expect(unexpected(complaints)).toEqual([]);
  await page.close();
});

test("what is no archive is refused with a sentence", async () => {
  const { page, complaints } = await openPage(context, pageUrl);
  const file = join(folder, "no.zip");
  writeFileSync(file, "no archive at all");
  await page.locator('[data-open="zip"]').setInputFiles(file);
  await page.getByText("It cannot be opened").waitFor();
  expect(unexpected(complaints)).toEqual([]);
  await page.close();
});
