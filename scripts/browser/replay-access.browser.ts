import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningServer } from "../../packages/viewer/src/server/server.ts";
import { barriers } from "./barriers.ts";
import { openPage, runUrl, screenshot, startBrowser, startServer } from "./viewer.ts";

let context: BrowserContext;
let stopBrowser: () => Promise<void>;
let server: RunningServer;

beforeAll(async () => {
  ({ context, stop: stopBrowser } = await startBrowser());
  server = await startServer([
    "fixtures/valid",
    "fixtures/runs/two-turn",
    "fixtures/third-party/drifted",
  ]);
});

afterAll(async () => {
  await server?.close();
  await stopBrowser?.();
});

const timeline = (page: Page) => page.getByRole("region", { name: "Timeline" });

const cases: readonly [title: string, run: string, query: string, ready: string][] = [
  ["a timeline with tool calls", "two-turn", "", ".timeline-span"],
  ["a timeline with a gap", "1.1-resumed", "", ".timeline-gap"],
  ["a replay that stands in between", "1.1-retry-loop", "&at=4", ".timeline-bar"],
  ["a seal that holds", "two-turn", "&tab=trust", ".trust-verdict"],
  ["a run that goes on", "1.1-running", "&tab=trust", ".trust-verdict"],
  ["many findings", "drifted", "&tab=trust", ".trust-group"],
];

describe.each(["light", "dark"] as const)("axe finds nothing in %s", (colorScheme) => {
  test.each(cases)("%s", async (_, run, query, ready) => {
    const { page, complaints } = await openPage(context, await runUrl(server, run, query));
    await page.emulateMedia({ colorScheme });
    await page.locator(ready).first().waitFor();
    await page.waitForTimeout(300);
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("the timeline as a list, and the text of a rule", async () => {
    const url = await runUrl(server, "1.1-retry-loop", "&tab=trust");
    const { page } = await openPage(context, url);
    await page.emulateMedia({ colorScheme });
    await timeline(page).getByRole("button", { name: "List" }).click();
    await page
      .getByText(/rules checked$/)
      .last()
      .click();
    await page.getByText("What this rule is about").first().click();
    await page.getByRole("heading", { name: "What it checks" }).waitFor();
    await page.waitForTimeout(300);
    expect(await barriers(page)).toEqual([]);
    await page.close();
  });
});

test("in a narrow window the timeline and the trust pane fit", async () => {
  const { page, complaints } = await openPage(context, await runUrl(server, "two-turn"));
  await page.setViewportSize({ width: 420, height: 800 });
  for (const name of ["Timeline", "Trust"]) {
    await page.getByRole("tab", { name }).click();
    await page
      .locator(name === "Trust" ? ".trust-verdict" : ".timeline-bar")
      .first()
      .waitFor();
    await page.keyboard.press("ArrowLeft");
    await screenshot(page, `narrow-${name.toLowerCase()}`);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(420);
  }
  expect(complaints).toEqual([]);
  await page.close();
});
