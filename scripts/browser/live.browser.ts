import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serve, type RunningServer } from "../../packages/viewer/src/server/server.ts";
import { holdLock } from "./stage.ts";
import { inRepository, openPage, runUrl, startBrowser } from "./viewer.ts";

let context: BrowserContext;
let stopBrowser: () => Promise<void>;
let server: RunningServer;
let folder: string;
let bundle: string;

const golden = inRepository("fixtures/valid/1.1-retry-loop");
const lines = readFileSync(join(golden, "trace.ndjson"), "utf8").split("\n").slice(0, -1);
const write = (path: string, content: string) => writeFileSync(join(bundle, path), content);
const append = (text: string) => appendFileSync(join(bundle, "trace.ndjson"), text);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "viewer-live-"));
  bundle = join(folder, "live-run");
  cpSync(golden, bundle, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(golden, "manifest.json"), "utf8")) as object;
  write("manifest.json", JSON.stringify({ ...manifest, status: "running", finishedAt: undefined }));
  write("trace.ndjson", "");
  holdLock(bundle);
  ({ context, stop: stopBrowser } = await startBrowser());
  server = await serve({
    paths: [folder],
    app: inRepository("packages/viewer/dist/app"),
    pollMs: 30,
  });
});

afterAll(async () => {
  await server?.close();
  await stopBrowser?.();
  rmSync(folder, { recursive: true, force: true });
});

test("a run is followed from its first event to its end", async () => {
  const { page, complaints } = await openPage(context, await runUrl(server, "live-run"));
  await page.getByText("● live").waitFor();
  const header = page.locator(".header");
  for (const [i, line] of lines.slice(0, 4).entries()) {
    append(`${line}\n`);
    await header.getByText(`${i + 1} event`, { exact: false }).waitFor();
  }

  // Half a line waits, and says so; it is told once and not twice when the rest comes.
  const [next = "", ...others] = lines.slice(4);
  append(next.slice(0, 20));
  await page.getByText("The last line is half written (20 bytes)").waitFor();
  append(`${next.slice(20)}\n`);
  await header.getByText("5 events").waitFor();
  await expect.poll(() => page.getByText("half written").count()).toBe(0);

  // The position of the replay stays where it is while the run goes on.
  const end = page.url();
  await page.goto(`${end}&at=2`);
  await header.getByText("5 events").waitFor();
  append(`${others[0]}\n`);
  await header.getByText("6 events").waitFor();
  expect(page.url()).toContain("&at=2");
  await expect.poll(() => page.locator("[data-visited=true]").count(), { timeout: 10_000 }).toBe(1);
  await page.goto(end);
  await page.getByText("● live").waitFor();

  append(`${others.slice(1).join("\n")}\n`);
  write("manifest.json", readFileSync(join(golden, "manifest.json"), "utf8"));
  await header.getByText(`${lines.length} events`).waitFor();
  await header.getByText("completed").waitFor();
  await expect.poll(() => page.getByText("● live").count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.close();
});
