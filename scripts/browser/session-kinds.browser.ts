import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunningServer } from "../../packages/viewer/src/server/server.ts";
import { barriers } from "./barriers.ts";
import { makeKindsBundle } from "./session-kinds.ts";
import { openPage, runUrl, screenshot, startBrowser, startServer } from "./viewer.ts";

/** Other tests may be running. */
const patient = { timeout: 20_000 };

let context: BrowserContext;
let stopBrowser: () => Promise<void>;
let server: RunningServer;
const folder = mkdtempSync(join(tmpdir(), "viewer-kinds-"));

beforeAll(async () => {
  makeKindsBundle(folder, "kinds");
  ({ context, stop: stopBrowser } = await startBrowser());
  server = await startServer([folder]);
});

afterAll(async () => {
  await server?.close();
  await stopBrowser?.();
  rmSync(folder, { recursive: true, force: true });
});

/** Goes through the whole list; gives the kinds of all things that were seen. */
async function seenKinds(page: Page, name: string): Promise<Set<string>> {
  const list = page.locator(".conversation-list");
  const seen = new Set<string>();
  for (let part = 0, isEnd = false; !isEnd; part++) {
    await page.waitForTimeout(250);
    await screenshot(page, `${name}-${part}`);
    for (const bubble of await page.locator(".bubble[aria-busy=false]").all()) {
      seen.add((await bubble.getAttribute("data-kind")) ?? "");
    }
    isEnd = await list.evaluate((element) => {
      element.scrollBy(0, element.clientHeight * 0.85);
      return element.scrollTop + element.clientHeight >= element.scrollHeight - 2;
    });
  }
  return seen;
}

test.each([
  ["wide", 1440, 900],
  ["narrow", 390, 844],
])("everything that the protocol has is shown, %s", async (name, width, height) => {
  const url = await runUrl(server, "kinds", "&tab=conversation");
  const { page, complaints } = await openPage(context, url);
  await page.setViewportSize({ width, height });
  await page.locator(".bubble[aria-busy=false]").first().waitFor();
  const kinds = await seenKinds(page, `kinds-${name}`);
  const wanted =
    "prompt message tool plan notice compaction permission elicitation file state " +
    "notification other end";
  for (const kind of wanted.split(" ")) expect(kinds).toContain(kind);
  // Nothing sticks out to the side.
  const excess = await page
    .locator(".conversation-list")
    .evaluate((list) => list.scrollWidth - list.clientWidth);
  expect(excess).toBeLessThanOrEqual(0);
  expect(complaints).toEqual([]);
  await page.close();
});

test("long outputs say how much is hidden, and stay as they were left", async () => {
  const url = await runUrl(server, "kinds", "&tab=conversation");
  const { page, complaints } = await openPage(context, url);
  const list = page.locator(".conversation-list");
  const more = page.getByRole("button", { name: "Show all: 226 more lines" });
  await expect
    .poll(async () => {
      await list.evaluate((element) => element.scrollBy(0, 200));
      return more.count();
    }, patient)
    .toBeGreaterThan(0);
  await more.first().click();
  await page.getByText("test 240 …").first().waitFor();
  // Rows that come into the window may turn out higher than they were taken for.
  await expect
    .poll(async () => {
      await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
      return page.getByText("test 240 …").count();
    }, patient)
    .toBe(0);
  await expect
    .poll(async () => {
      await list.evaluate((element) => element.scrollBy(0, -300));
      return page.getByRole("button", { name: "Show less" }).count();
    }, patient)
    .toBe(1);
  expect(complaints).toEqual([]);
  await page.close();
});

test("axe finds nothing in all of it", { timeout: 180_000 }, async () => {
  const url = await runUrl(server, "kinds", "&tab=conversation");
  const { page, complaints } = await openPage(context, url);
  const list = page.locator(".conversation-list");
  await page.locator(".bubble[aria-busy=false]").first().waitFor();
  const found: string[] = [];
  for (let isEnd = false; !isEnd;) {
    found.push(...(await barriers(page)));
    isEnd = await list.evaluate((element) => {
      element.scrollBy(0, element.clientHeight);
      return element.scrollTop + element.clientHeight >= element.scrollHeight - 2;
    });
  }
  expect(found).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});
