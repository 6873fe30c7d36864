import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { BrowserContext, Page } from "playwright-core";
import { serve, type RunningServer } from "../../packages/viewer/src/server/server.ts";
import { makeSessionBundles } from "./session-bundles.ts";
import { inRepository, openPage, runUrl, screenshot, startBrowser } from "./viewer.ts";

let context: BrowserContext;
let stopBrowser: () => Promise<void>;
let server: RunningServer;
const folder = mkdtempSync(join(tmpdir(), "viewer-bundles-"));
const third = "fixtures/third-party/acpx-0.19.1";

beforeAll(async () => {
  makeSessionBundles(folder);
  ({ context, stop: stopBrowser } = await startBrowser());
  server = await serve({
    paths: [inRepository("fixtures/runs"), inRepository(third), folder],
    app: inRepository("packages/viewer/dist/app"),
    pollMs: 50,
  });
});

afterAll(async () => {
  await server?.close();
  await stopBrowser?.();
  rmSync(folder, { recursive: true, force: true });
});

async function scrollThrough(page: Page, selector: string): Promise<void> {
  const list = page.locator(selector);
  for (let i = 0; i < 30; i++) {
    const isEnd = await list.evaluate((element) => {
      element.scrollBy(0, element.clientHeight * 0.8);
      return element.scrollTop + element.clientHeight >= element.scrollHeight - 2;
    });
    await page.waitForTimeout(40);
    if (isEnd) break;
  }
}

test("a rich conversation", async () => {
  const url = await runUrl(server, "two-turn", "&tab=conversation&attempt=fix%231");
  const { page, complaints } = await openPage(context, url);
  const list = page.getByRole("region", { name: "Conversation" });
  await list.getByText("The command node check.mjs fails").waitFor();
  await page.waitForTimeout(300);
  await screenshot(page, "conversation-start");
  await list.getByText("No, ").or(list.getByText("failed: average([])")).first().waitFor();
  expect(await page.getByText(/fix#1: events 1 to 88/).count()).toBe(1);
  await list.evaluate((element) => element.scrollTo(0, 1100));
  await page.waitForTimeout(300);
  await screenshot(page, "conversation-middle");
  await scrollThrough(page, ".conversation-list");
  await list.getByText("End of the turn: end turn").last().waitFor();
  await screenshot(page, "conversation-end");
  await list
    .getByRole("button", { name: /show the raw event/ })
    .last()
    .click();
  await page.getByRole("region", { name: /Event in line/ }).waitFor();
  await expect.poll(() => new URL(page.url()).searchParams.get("log")).toBe("session");
  await page.locator(".events-row[aria-selected=true]").waitFor();
  await screenshot(page, "events-session");
  expect(complaints).toEqual([]);
  await page.close();
});

test("it grows with the position of the replay", async () => {
  const url = await runUrl(server, "two-turn", "&tab=conversation&attempt=fix%231&at=3");
  const { page, complaints } = await openPage(context, url);
  await page
    .getByText(/At this position|Nothing was said yet/)
    .first()
    .waitFor();
  const before = await page.locator(".bubble").count();
  await page.goto(url.replace("at=3", "at=20"));
  await page.getByText(/At this position: [1-9]/).waitFor();
  await expect.poll(() => page.locator(".bubble").count()).toBeGreaterThan(before);
  await screenshot(page, "conversation-position");
  expect(complaints).toEqual([]);
  await page.close();
});

test("text grows while the run is played", async () => {
  const url = await runUrl(server, "two-turn", "&tab=conversation&attempt=fix%231&at=6");
  const { page, complaints } = await openPage(context, url);
  await page
    .getByText(/At this position|Nothing was said yet/)
    .first()
    .waitFor();
  const events = async (): Promise<number> => {
    const status = await page.locator(".conversation-status").textContent();
    return Number(/At this position: (\d+)/.exec(status ?? "")?.[1] ?? Number.NaN);
  };
  expect(await events()).toBeLessThan(6);
  await page.getByRole("button", { name: "Play" }).click();
  const seen = new Set<number>();
  const isBetween = (): boolean => [...seen].some((n) => n > 8 && n < 80);
  for (let i = 0; i < 200 && !isBetween(); i++) {
    seen.add(await events());
    await page.waitForTimeout(50);
  }
  expect(isBetween()).toBe(true);
  await screenshot(page, "conversation-playing");
  expect(complaints).toEqual([]);
  await page.close();
});

test.each(["acp-weird", "client-ops", "permissions", "long-session", "acp-timeout"])(
  "the conversation of %s",
  async (name) => {
    if (!existsSync(inRepository(`${third}/${name}/sessions`))) return;
    const { page, complaints } = await openPage(
      context,
      await runUrl(server, name, "&tab=conversation"),
    );
    await page.locator(".bubble").first().waitFor();
    await page.waitForTimeout(300);
    await screenshot(page, `conversation-${name}`);
    await scrollThrough(page, ".conversation-list");
    expect(await page.locator(".bubble").count()).toBeLessThan(80);
    expect(complaints).toEqual([]);
    await page.close();
  },
);

test("events: filter, search, keys, one opened", async () => {
  const url = await runUrl(server, "two-turn", "&tab=events");
  const { page, complaints } = await openPage(context, url);
  const list = page.getByRole("listbox", { name: "Events" });
  await list.getByRole("option").first().click();
  await page
    .getByRole("region", { name: "Event in line 1", exact: true })
    .getByText("run_started")
    .waitFor();
  await list.focus();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("region", { name: "Event in line 2", exact: true }).waitFor();
  await page.keyboard.press("End");
  await page.getByRole("region", { name: "Event in line 27", exact: true }).waitFor();
  await screenshot(page, "events-trace");
  await page.getByLabel("Type of event").selectOption("node_outcome");
  await expect.poll(() => list.getByRole("option").count()).toBe(4);
  await page.getByLabel("Type of event").selectOption("");
  await page.getByLabel("Search the text of the events").fill("changelog");
  await expect.poll(() => page.locator(".events-count").textContent()).toMatch(/^\d of 27 events$/);
  await page.getByLabel("Search the text of the events").fill("");
  await page.getByLabel(/Only of/).check();
  await expect.poll(() => page.locator(".events-count").textContent()).toMatch(/^\d+ of 27 events/);
  expect(complaints).toEqual([]);
  await page.close();
});

test("a torn bundle", async () => {
  const url = await runUrl(server, "torn", `&tab=events`);
  const { page, complaints } = await openPage(context, url);
  await page.getByText(/the last line is half written/).waitFor();
  await page.getByRole("button", { name: "Look at it" }).click();
  await page.getByText("This line is half written").waitFor();
  await screenshot(page, "events-torn");
  await page.getByLabel("Type of event").selectOption({ label: "Lines that cannot be used" });
  await expect.poll(() => page.getByRole("option", { name: /no event/ }).count()).toBe(1);
  await page.goto(url.replace("tab=events", "tab=conversation"));
  await page.getByText(/The last line of the session is half written/).waitFor();
  await scrollThrough(page, ".conversation-list");
  await page
    .getByText(/The line is not JSON/)
    .first()
    .waitFor();
  await screenshot(page, "conversation-torn");
  expect(complaints).toEqual([]);
  await page.close();
});

test("a long line, an image and a large artifact", async () => {
  const { page, complaints } = await openPage(
    context,
    await runUrl(server, "large", "&tab=events&log=session&event=99"),
  );
  await page.getByText("A long line").waitFor();
  await screenshot(page, "events-long-line");
  await page.getByRole("button", { name: "Open all of it" }).click();
  await page
    .getByText(/more characters/)
    .first()
    .waitFor();
  await page.goto(await runUrl(server, "large", "&tab=conversation&attempt=describe%231"));
  await page.locator(".bubble").first().waitFor();
  await scrollThrough(page, ".conversation-list");
  await page.locator(".blob-image img").waitFor();
  await page.getByText("image/png").waitFor();
  await page.goto(await runUrl(server, "large", "&tab=artifacts"));
  const rows = page.locator(".artifacts-open");
  await rows.first().waitFor();
  await screenshot(page, "artifacts-list");
  await rows.filter({ hasText: "sha256-000000" }).click();
  await page.getByText(/part 1 of 763/).waitFor();
  await page.locator(".artifacts-steps").getByRole("button", { name: "Last" }).click();
  await page.getByText(/part 763 of 763/).waitFor();
  await screenshot(page, "artifacts-large");
  await page.getByRole("button", { name: "Bytes" }).click();
  await page.getByRole("region", { name: "Bytes" }).waitFor();
  await page.goto(await runUrl(server, "large", "&tab=artifacts&artifact=artifacts/image.bin"));
  await page.locator(".blob-image img").waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});

test("300,000 events", async () => {
  const { page, complaints } = await openPage(context, await runUrl(server, "many", "&tab=events"));
  const status = page.locator(".events-count");
  await expect.poll(() => status.textContent(), { timeout: 30_000 }).toMatch(/^300,003 events$/);
  const list = page.getByRole("listbox", { name: "Events" });
  await list.focus();
  await page.keyboard.press("End");
  await page.getByRole("region", { name: "Event in line 300003", exact: true }).waitFor();
  await list.getByText("300003").waitFor();
  expect(await list.getByRole("option").count()).toBeLessThan(80);
  await page.getByLabel("Search the text of the events").fill("beat 299998");
  await expect
    .poll(() => status.textContent(), { timeout: 30_000 })
    .toMatch(/^1 of 300,003 events$/);
  await screenshot(page, "events-many");
  expect(complaints).toEqual([]);
  await page.close();
});

test("artifacts of an ordinary run", async () => {
  const { page, complaints } = await openPage(
    context,
    await runUrl(server, "two-turn", "&tab=artifacts"),
  );
  await page.locator(".artifacts-open").filter({ hasText: "Prompt of fix#1" }).click();
  await page
    .getByRole("region", { name: "Text", exact: true })
    .getByText("Find the cause")
    .waitFor();
  await page.locator(".artifacts-open").filter({ hasText: "Binding of" }).click();
  await page.getByRole("list", { name: "Content" }).getByText("agentName").waitFor();
  await screenshot(page, "artifacts-json");
  await page.getByRole("button", { name: "Bytes" }).click();
  await screenshot(page, "artifacts-bytes");
  expect(complaints).toEqual([]);
  await page.close();
});

test("nothing of a hostile bundle runs, loads or leads away", async () => {
  const { page, complaints } = await openPage(
    context,
    await runUrl(server, "hostile", "&tab=conversation&attempt=fix%231"),
  );
  await page.locator(".bubble").first().waitFor();
  await page.waitForTimeout(300);
  await screenshot(page, "hostile-conversation");
  for (let i = 0; i < 40; i++) {
    const closed = page
      .locator(".conversation-list .disclosure-title[aria-expanded=false]")
      .first();
    if ((await closed.count()) === 0) break;
    await closed.click();
  }
  await scrollThrough(page, ".conversation-list");
  const markup =
    "script:not([src]), iframe, svg[onload], a[href^='javascript'], a[href^='http'], [onerror], [onload]";
  expect(await page.locator(`main :is(${markup})`).count()).toBe(0);
  await page.goto(await runUrl(server, "hostile", "&tab=events&log=session&event=13"));
  await page.getByRole("region", { name: /Event in line 13/ }).waitFor();
  await page.goto(await runUrl(server, "hostile", "&tab=artifacts"));
  await page.locator(".artifacts-open").first().click();
  await page.locator(".artifacts-detail").getByRole("button", { name: "Text" }).click();
  await page
    .getByRole("region", { name: "Text", exact: true })
    .getByText("onload=alert")
    .first()
    .waitFor();
  await screenshot(page, "hostile-artifact");
  expect(await page.locator(`main :is(${markup})`).count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.close();
});
