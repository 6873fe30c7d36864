import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunningServer } from "../../packages/viewer/src/server/server.ts";
import { openPage, runUrl, screenshot, startBrowser, startServer } from "./viewer.ts";

let context: BrowserContext;
let stopBrowser: () => Promise<void>;
let server: RunningServer;

beforeAll(async () => {
  ({ context, stop: stopBrowser } = await startBrowser());
  server = await startServer(["fixtures/valid"]);
});

afterAll(async () => {
  await server?.close();
  await stopBrowser?.();
});

const across = (page: Page): Locator =>
  page.getByRole("separator", { name: "Width of graph and timeline" });
const down = (page: Page): Locator => page.getByRole("separator", { name: "Height of the graph" });

async function share(edge: Locator): Promise<number> {
  return Number(await edge.getAttribute("aria-valuenow"));
}

async function sizeOf(page: Page, selector: string): Promise<{ width: number; height: number }> {
  const box = await page.locator(selector).boundingBox();
  return { width: box?.width ?? 0, height: box?.height ?? 0 };
}

test("the edges between the panes are moved by key, kept for the next run, and put back", async () => {
  const { page, complaints } = await openPage(context, await runUrl(server, "1.1-retry-loop"));
  await page.locator(".react-flow__node").first().waitFor();
  const before = await sizeOf(page, ".panes-detail");
  await across(page).focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowLeft");
  await expect.poll(() => share(across(page))).toBe(48);
  expect((await sizeOf(page, ".panes-detail")).width).toBeGreaterThan(before.width + 100);
  // The keys of the replay have not moved it.
  expect(new URL(page.url()).searchParams.get("at")).toBeNull();

  const first = await share(down(page));
  await down(page).focus();
  await page.keyboard.press("PageUp");
  await expect.poll(() => share(down(page))).toBe(first - 10);
  await screenshot(page, "split");

  await page.goto(await runUrl(server, "1.1-shell"));
  await page.locator(".react-flow__node").first().waitFor();
  await expect.poll(() => share(across(page))).toBe(48);
  await across(page).press("Enter");
  await across(page).press("Enter");
  await expect.poll(() => share(across(page))).toBe(58);
  await down(page).press("Enter");
  await page.reload();
  await page.locator(".react-flow__node").first().waitFor();
  await expect.poll(() => share(across(page))).toBe(58);
  expect(complaints).toEqual([]);
  await page.close();
});

test("an edge follows the pointer, and stops before a pane is gone", async () => {
  const { page, complaints } = await openPage(context, await runUrl(server, "1.1-retry-loop"));
  await page.locator(".react-flow__node").first().waitFor();
  const drag = async (x: number): Promise<void> => {
    const box = await across(page).boundingBox();
    await page.mouse.move(box?.x ?? 0, 400);
    await page.mouse.down();
    await page.mouse.move(x - 50, 400);
    await page.mouse.move(x, 400);
    await page.mouse.up();
  };
  await drag(720);
  await expect.poll(() => share(across(page))).toBe(50);
  await drag(3);
  await expect.poll(() => share(across(page))).toBe(20);
  await across(page).dblclick();
  await expect.poll(() => share(across(page))).toBe(58);
  expect(complaints).toEqual([]);
  await page.close();
});

test("the timeline is no higher than its rows", async () => {
  const { page } = await openPage(context, await runUrl(server, "1.1-acp-failed"));
  await page.locator(".react-flow__node").first().waitFor();
  const rows = await page.locator(".timeline-scroll > *").last().boundingBox();
  const pane = await page.locator('[data-pane="timeline"]').boundingBox();
  const spare = (pane?.y ?? 0) + (pane?.height ?? 0) - (rows?.y ?? 0) - (rows?.height ?? 0);
  expect(spare).toBeLessThan(60);
  await page.close();
});
