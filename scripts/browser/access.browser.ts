import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningServer } from "../../packages/viewer/src/server/server.ts";
import { openPage, runUrl, screenshot, startBrowser, startServer } from "./viewer.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

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

interface Axe {
  run(): Promise<{
    violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[];
  }>;
}

/** What keeps people from using the page as it is now. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: Axe }).axe.run(),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}

const pages: readonly [string, () => Promise<string>, string][] = [
  ["the list of runs", async () => server.url, ".run-link"],
  ["a run", () => runUrl(server, "1.1-acp-failed"), ".react-flow__node"],
  ["a run with a decision", () => runUrl(server, "1.1-retry-loop"), ".react-flow__node"],
];

describe.each(["light", "dark"] as const)("axe finds nothing in %s", (colorScheme) => {
  test.each(pages)("%s", async (_, url, ready) => {
    const { page } = await openPage(context, await url());
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(200);
    await page.locator(ready).first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.close();
  });

  test("the list of keys, and the graph as a list", async () => {
    const { page } = await openPage(context, await runUrl(server, "1.1-retry-loop"));
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(200);
    await page.locator(".react-flow__node").first().waitFor();
    await page
      .getByRole("toolbar", { name: "Graph" })
      .getByRole("button", { name: "List" })
      .click();
    await page.getByRole("list", { name: "Nodes of the flow" }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.close();
  });
});

test("a narrow window has one column of tabs", async () => {
  const { page, complaints } = await openPage(context, await runUrl(server, "1.1-retry-loop"));
  await page.setViewportSize({ width: 420, height: 800 });
  await page.getByRole("tab", { name: "Attempt" }).click();
  await page.locator(".attempt").waitFor();
  await screenshot(page, "narrow-attempt");
  await page.getByRole("tab", { name: "Graph" }).click();
  await page.locator(".react-flow__node").first().waitFor();
  await screenshot(page, "narrow-graph");
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(420);
  expect(await barriers(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});
