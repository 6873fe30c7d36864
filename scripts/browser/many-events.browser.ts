import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunningServer } from "../../packages/viewer/src/server/server.ts";
import { inRepository, openPage, runUrl, screenshot, startBrowser, startServer } from "./viewer.ts";

const events = 40_000;
const attempts = 5000;
/** Of a page that shows a small run it is about 500. */
const mostElements = 3000;

let context: BrowserContext;
let stopBrowser: () => Promise<void>;
let server: RunningServer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "viewer-many-"));
  const options = ["--events", String(events), "--attempts", String(attempts)];
  const generate = inRepository("bench/generate.ts");
  execFileSync(process.execPath, [generate, join(folder, "many"), ...options], { stdio: "ignore" });
  ({ context, stop: stopBrowser } = await startBrowser());
  server = await startServer([folder]);
});

afterAll(async () => {
  await server?.close();
  await stopBrowser?.();
  rmSync(folder, { recursive: true, force: true });
});

const elements = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll("*").length);

test("40,000 events open as a whole, and any place of them can be looked at", async () => {
  const { page, complaints } = await openPage(context, await runUrl(server, "many"));
  const header = page.locator(".header");
  await header.getByText("5,000 attempts · 40,000 events").waitFor();
  await expect.poll(() => page.locator("progress").count()).toBe(0);
  const attempt = page.locator("article.attempt");
  // A run that went well opens on its last attempt.
  await attempt.getByRole("heading", { name: "finish#1" }).waitFor();
  expect(await header.getByText("completed").count()).toBe(1);
  const work = page.locator(".react-flow__node", { hasText: "work" });
  expect(await work.getByText("×4999").count()).toBe(1);
  expect(await elements(page)).toBeLessThan(mostElements);
  await screenshot(page, "many-whole");

  // The one before the last, with what it left: its data come from the worker and from a file.
  await page.keyboard.press("ArrowLeft");
  await attempt.getByRole("heading", { name: "work#4999" }).waitFor();
  await attempt.getByText("built item, variant 199").waitFor();
  expect(await attempt.getByText("4,999 of 4,999 at this node").count()).toBe(1);
  expect(await attempt.textContent()).toContain("item-4999");

  await page.getByRole("slider").fill("2500");
  await attempt.getByRole("heading", { name: "work#2500" }).waitFor();
  await attempt.getByText("built item, variant 100").waitFor();
  const replay = page.getByRole("region", { name: "Replay" });
  expect(await replay.textContent()).toContain("After attempt 2,500 of 5,000");
  // Then the run went on; that it has completed is told beside it.
  expect(await replay.locator(".playback-then").getByText("running").count()).toBe(1);
  expect(await replay.locator(".playback-final").getByText("completed").count()).toBe(1);
  expect(await work.getByText("×2500").count()).toBe(1);
  expect(await page.locator('.timeline-bar[data-outcome="later"]').count()).toBeGreaterThan(0);
  expect(await page.locator('.timeline-bar[data-outcome="ok"]').count()).toBeGreaterThan(0);
  expect(await elements(page)).toBeLessThan(mostElements);
  await screenshot(page, "many-middle");
  expect(complaints).toEqual([]);
  await page.close();
});

test("40,000 events in a list are the few rows in its window", async () => {
  const url = await runUrl(server, "many", "&tab=events&event=39990");
  const { page, complaints } = await openPage(context, url);
  await page.getByText("40,000 events", { exact: true }).waitFor();
  const rows = page.getByRole("listbox", { name: "Events" });
  const selected = rows.getByRole("option", { selected: true });
  await selected.getByText("39990").waitFor();
  expect(await selected.getAttribute("aria-setsize")).toBe("40000");
  await page
    .getByRole("region", { name: "Event in line 39990" })
    .getByText("39990")
    .first()
    .waitFor();
  await rows.focus();
  await page.keyboard.press("End");
  await rows.getByRole("option", { selected: true }).getByText("run_completed").waitFor();
  await page.keyboard.press("Home");
  await rows.getByRole("option", { selected: true }).getByText("run_started").waitFor();
  expect(await rows.getByRole("option").count()).toBeLessThan(100);
  expect(await elements(page)).toBeLessThan(mostElements);
  await screenshot(page, "many-events");
  expect(complaints).toEqual([]);
  await page.close();
});

test("what 5,000 attempts refer to is counted and listed in part", async () => {
  const { page, complaints } = await openPage(
    context,
    await runUrl(server, "many", "&tab=artifacts"),
  );
  const list = page.locator(".artifacts-list");
  // Each attempt has the same empty standard error.
  await list.getByText("Standard error of work#1 and 4,998 more").click();
  const references = page.locator(".artifacts-references li");
  await references.first().waitFor();
  expect(await references.count()).toBe(21);
  expect(await references.last().textContent()).toBe("4,979 more");
  expect(await list.locator(".artifacts-row").count()).toBeLessThan(60);
  await screenshot(page, "many-artifacts");
  expect(complaints).toEqual([]);
  await page.close();
});
