import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningServer } from "../../packages/viewer/src/server/server.ts";
import { openPage, runUrl, screenshot, startBrowser, startServer } from "./viewer.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let context: BrowserContext;
let stopBrowser: () => Promise<void>;
let server: RunningServer;

beforeAll(async () => {
  ({ context, stop: stopBrowser } = await startBrowser());
  server = await startServer(["fixtures/runs"]);
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

const binding =
  "artifacts/sha256-9aeb4496044806c7af87fee9070940d69a24a8cdbf61cce6fc05aaa7b8ccac5e.json";
const panes: readonly [string, string, string][] = [
  ["conversation", "&attempt=fix%231", ".bubble"],
  ["conversation", "&attempt=fix%231&at=20", ".bubble"],
  ["events", "&event=10", ".json-tree"],
  ["events", "&log=session&event=51", ".json-tree"],
  ["artifacts", "", ".artifacts-open"],
  ["artifacts", `&artifact=${binding}`, ".json-tree"],
];

describe.each(["light", "dark"] as const)("axe finds nothing in %s", (colorScheme) => {
  test.each(panes)("%s%s", async (tab, query, ready) => {
    const url = await runUrl(server, "two-turn", `&tab=${tab}${query}`);
    const { page, complaints } = await openPage(context, url);
    await page.emulateMedia({ colorScheme });
    await page.locator(ready).first().waitFor();
    // Colours have to be those of the scheme, on the way to which they may still be.
    await page.waitForTimeout(500);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: Axe }).axe.run(),
    );
    const barriers = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
    );
    expect(barriers).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

test("a narrow window", async () => {
  const url = await runUrl(server, "two-turn", "&tab=conversation&attempt=fix%231");
  const { page, complaints } = await openPage(context, url);
  await page.setViewportSize({ width: 420, height: 800 });
  await page.locator(".bubble").first().waitFor();
  await screenshot(page, "narrow-conversation");
  await page.getByRole("tab", { name: "Events" }).click();
  await page.locator(".events-row").first().waitFor();
  await screenshot(page, "narrow-events");
  await page.getByRole("tab", { name: "Artifacts" }).click();
  await page.locator(".artifacts-open").first().click();
  await page.locator(".artifacts-detail .artifacts-modes").waitFor();
  await screenshot(page, "narrow-artifacts");
  expect(complaints).toEqual([]);
  await page.close();
});
