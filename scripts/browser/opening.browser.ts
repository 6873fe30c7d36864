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
import type { BrowserContext, Page } from "playwright-core";
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

/** The page as it is in browsers without a picker of their own for folders. */
async function withoutPicker(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(globalThis, { showDirectoryPicker: undefined });
  });
}

test("one bundle, by the folder that is chosen", async () => {
  const { page, complaints } = await openPage(context, pageUrl);
  await page.getByText("No run is open yet").waitFor();
  await withoutPicker(page);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open folder" }).first().click();
  await (await chooser).setFiles(inRepository("fixtures/runs/two-turn"));
  await page.getByRole("heading", { name: "Make node check.mjs pass" }).waitFor();
  await page.locator(".react-flow__node").first().waitFor();
  expect(unexpected(complaints)).toEqual([]);
  await page.close();
});

test("an archive that is chosen", async () => {
  const { page, complaints } = await openPage(context, pageUrl);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open zip" }).first().click();
  await (await chooser).setFiles(await zip("1.1-waiting", "in/a/folder/"));
  await page.locator(".react-flow__node").first().waitFor();
  await page.locator(".header .badge", { hasText: "waiting" }).waitFor();
  expect(unexpected(complaints)).toEqual([]);
  await page.close();
});

test("a folder of the browser's own picker", async () => {
  const { page, complaints } = await openPage(context, pageUrl);
  await page.getByText("No run is open yet").waitFor();
  // Nobody can press the button of the system's dialog here: it gives a folder of the page's own file system, whose
  // handle is of the same kind.
  await page.evaluate(
    async (files) => {
      const root = await navigator.storage.getDirectory();
      const picked = await root.getDirectoryHandle("picked", { create: true });
      for (const { path, text } of files) {
        const names = path.split("/");
        const name = names.pop() ?? "";
        let folder = picked;
        for (const part of names) folder = await folder.getDirectoryHandle(part, { create: true });
        const writable = await (
          await folder.getFileHandle(name, { create: true })
        ).createWritable();
        await writable.write(text);
        await writable.close();
      }
      Object.assign(globalThis, { showDirectoryPicker: async () => picked });
    },
    await textFiles("fixtures/runs/approval"),
  );
  await page.getByRole("button", { name: "Open folder" }).first().click();
  await page.locator(".react-flow__node").first().waitFor();
  await page.locator(".header .badge", { hasText: "completed" }).waitFor();
  expect(unexpected(complaints)).toEqual([]);
  await page.close();
});

async function textFiles(bundle: string): Promise<{ path: string; text: string }[]> {
  const source = directorySource(inRepository(bundle));
  const files: { path: string; text: string }[] = [];
  for await (const { path, type } of source.entries()) {
    if (type !== "file") continue;
    files.push({ path, text: Buffer.from(await source.read(path, 1e8)).toString() });
  }
  return files;
}

/** Drops files and folders of this machine on the page, as the system does. */
async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const session = await context.newCDPSession(page);
  const data = { items: [], files: paths.map(inRepository), dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", { type, x: 400, y: 400, data });
  }
  await session.detach();
}

test("a folder that is dropped, and a folder of runs", async () => {
  const { page, complaints } = await openPage(context, pageUrl);
  await page.getByText("No run is open yet").waitFor();
  await drop(page, ["fixtures/valid/1.1-shell"]);
  await page.locator(".react-flow__node").first().waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "Flow runs" }).waitFor();
  await drop(page, ["fixtures/runs"]);
  const links = page.getByRole("list").getByRole("link");
  const all = readdirSync(inRepository("fixtures/runs")).length + 1;
  await expect.poll(() => links.count()).toBe(all);
  await links.filter({ hasText: "retry-loop" }).click();
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
