import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunningServer } from "../../packages/viewer/src/server/server.ts";
import { barriers } from "./barriers.ts";
import { inRepository, openPage, screenshot, startBrowser, startServer } from "./viewer.ts";

let context: BrowserContext;
let stopBrowser: () => Promise<void>;
let server: RunningServer;
let folder: string;
const many = 430;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "viewer-list-"));
  const golden = inRepository("fixtures/valid/1.1-shell");
  const manifest = JSON.parse(readFileSync(join(golden, "manifest.json"), "utf8")) as object;
  for (let i = 0; i < many; i++) {
    const bundle = join(folder, `run-${i}`);
    mkdirSync(bundle);
    const status = i % 10 === 3 ? "failed" : "completed";
    const startedAt = new Date(Date.parse("2026-03-02T00:00:00.000Z") + i * 60_000).toISOString();
    const runTitle = `Nightly ${i}`;
    const text = i === 7 ? "{" : JSON.stringify({ ...manifest, status, startedAt, runTitle });
    writeFileSync(join(bundle, "manifest.json"), text);
  }
  ({ context, stop: stopBrowser } = await startBrowser());
  server = await startServer([folder]);
});

afterAll(async () => {
  await server?.close();
  await stopBrowser?.();
  rmSync(folder, { recursive: true, force: true });
});

const links = (page: Page) => page.getByRole("list").getByRole("link");

test("many runs: newest first, narrowed by word and status, and what is not listed is announced", async () => {
  const { page, complaints } = await openPage(context, server.url);
  await page.getByText(`${many} runs, newest first`).waitFor();
  expect(await links(page).count()).toBe(200);
  expect(await links(page).first().innerText()).toContain(`Nightly ${many - 1}`);
  await page.getByText("230 more runs, older than these.").waitFor();
  await page.getByRole("button", { name: "Show more" }).click();
  await expect.poll(() => links(page).count()).toBe(many);
  await screenshot(page, "runs-many");

  await page.getByRole("button", { name: "failed 43" }).click();
  await expect.poll(() => links(page).count()).toBe(43);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole("searchbox").fill("nightly 33");
  await expect.poll(() => links(page).count()).toBe(4);
  await page.getByRole("searchbox").fill("nothing like that");
  await page.getByRole("button", { name: `Show all ${many} runs` }).click();
  await expect.poll(() => links(page).count()).toBeGreaterThan(100);
  await page.getByRole("button", { name: "cannot be read 1" }).click();
  await links(page).filter({ hasText: "run-7" }).waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});

test("a run that came later is there after a refresh", async () => {
  const { page, complaints } = await openPage(context, server.url);
  await page.getByText(`${many} runs, newest first`).waitFor();
  cpSync(join(folder, "run-1"), join(folder, "run-late"), { recursive: true });
  await page.getByRole("button", { name: "Refresh" }).click();
  await page.getByText(`${many + 1} runs, newest first`).waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});
