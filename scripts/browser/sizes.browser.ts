import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunningServer } from "../../packages/viewer/src/server/server.ts";
import { barriers } from "./barriers.ts";
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

/** Controls of the page that are cut off at its sides. What scrolls inside of its own area is not. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const outside: string[] = [];
    for (const element of document.querySelectorAll(".header *, .playback *, .runs *")) {
      const { left, right, width } = element.getBoundingClientRect();
      if (width > 0 && (left < -1 || right > innerWidth + 1)) {
        if (element.closest(".visually-hidden") === null)
          outside.push(element.outerHTML.slice(0, 90));
      }
    }
    if (document.documentElement.scrollWidth > innerWidth)
      outside.push("the page scrolls sideways");
    return outside;
  });
}

test.each([
  [390, 844],
  // A window of 1440 by 900, at 200 %.
  [720, 450],
  [768, 1024],
  [1024, 768],
  [1920, 1080],
  [2560, 1440],
])("nothing is cut off at %i by %i", async (width, height) => {
  const { page, complaints } = await openPage(context, await runUrl(server, "1.1-acp-failed"));
  await page.setViewportSize({ width, height });
  await page.locator(".react-flow__node").first().waitFor();
  expect(await cutOff(page)).toEqual([]);
  await screenshot(page, `size-${width}-run`);
  for (const tab of await page.getByRole("tab").all()) {
    await tab.click();
    await expect.poll(() => tab.getAttribute("aria-selected")).toBe("true");
    const box = await tab.boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width).toBe(true);
    expect(await cutOff(page)).toEqual([]);
  }
  await page.goto(server.url);
  await page.locator(".run-link").first().waitFor();
  expect(await cutOff(page)).toEqual([]);
  await screenshot(page, `size-${width}-list`);
  expect(complaints).toEqual([]);
  await page.close();
});

test("with the colours of the system", async () => {
  const { page, complaints } = await openPage(context, await runUrl(server, "1.1-retry-loop"));
  await page.emulateMedia({ forcedColors: "active" });
  await page.locator(".react-flow__node").first().waitFor();
  // What is only a background elsewhere is drawn here.
  const color = (selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await color(".splitter")).not.toBe(await color(".header"));
  await screenshot(page, "forced-colors");
  expect(await barriers(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});
