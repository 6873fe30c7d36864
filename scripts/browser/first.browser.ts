import { afterAll, beforeAll, expect, test } from "vitest";
import type { BrowserContext } from "playwright-core";
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

test("the list of runs", async () => {
  const { page, complaints } = await openPage(context, server.url);
  await page.getByRole("heading", { name: "Flow runs" }).waitFor();
  const links = page.getByRole("list").getByRole("link");
  await expect.poll(() => links.count()).toBe(15);
  await screenshot(page, "runs");
  await links.filter({ hasText: "1.1-acp-two-turn" }).click();
  await page.getByRole("heading", { name: "release-notes" }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "Flow runs" }).waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});

test("a completed run with an agent", async () => {
  const url = await runUrl(server, "1.1-acp-two-turn");
  const { page, complaints } = await openPage(context, url);
  await page.getByText("3 attempts").waitFor();
  await page.getByRole("heading", { name: "done#1" }).waitFor();
  await page.goto(`${url}&attempt=draft%231`);
  await page
    .getByRole("group", { name: "Response of the agent" })
    .getByText("2.7.0")
    .first()
    .waitFor();
  await screenshot(page, "acp-two-turn");
  expect(complaints).toEqual([]);
  await page.close();
});

test("a failed run opens on the attempt that failed", async () => {
  const { page, complaints } = await openPage(context, await runUrl(server, "1.1-acp-failed"));
  await page.getByRole("alert").waitFor();
  expect(await page.locator(".header .badge").textContent()).toContain("failed");
  expect(await page.locator(".attempt-head .badge").textContent()).toMatch(/failed|timed out/);
  await screenshot(page, "acp-failed");
  expect(complaints).toEqual([]);
  await page.close();
});

test("the keys", async () => {
  const { page, complaints } = await openPage(context, await runUrl(server, "1.1-retry-loop"));
  await page.getByText(/attempts ·/).waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await screenshot(page, "keys");
  await page.keyboard.press("Escape");
  await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.close();
});
