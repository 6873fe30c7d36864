import { afterAll, beforeAll, expect, test } from "vitest";
import type { BrowserContext, Page } from "playwright-core";
import type { RunningServer } from "../../packages/viewer/src/server/server.ts";
import { openPage, runUrl, screenshot, startBrowser, startServer } from "./viewer.ts";

let context: BrowserContext;
let stopBrowser: () => Promise<void>;
let server: RunningServer;

beforeAll(async () => {
  ({ context, stop: stopBrowser } = await startBrowser());
  server = await startServer([
    "fixtures/valid",
    "fixtures/runs",
    "fixtures/third-party/acpx-0.19.1/permissions",
    "fixtures/third-party/acpx-0.19.1/kill9-loop-8",
  ]);
});

afterAll(async () => {
  await server?.close();
  await stopBrowser?.();
});

const replay = (page: Page) => page.getByRole("region", { name: "Replay" });
const scrubber = (page: Page) => replay(page).getByRole("slider");
const placeOf = (page: Page) => scrubber(page).getAttribute("aria-valuetext");

test("the timeline of a run with an agent", async () => {
  const { page, complaints } = await openPage(context, await runUrl(server, "two-turn"));
  const timeline = page.getByRole("region", { name: "Timeline" });
  await timeline.locator(".timeline-bar").first().waitFor();
  await timeline.getByLabel("Heartbeats").check();
  await screenshot(page, "timeline-two-turn");
  await timeline.getByRole("button", { name: "List" }).click();
  const options = timeline.getByRole("option");
  const attempts = await options.count();
  expect(attempts).toBeGreaterThan(1);
  await options.first().click();
  expect(await options.first().getAttribute("aria-selected")).toBe("true");
  await page.keyboard.press("Tab");
  await timeline.getByRole("listbox").focus();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => options.nth(1).getAttribute("aria-selected")).toBe("true");
  await screenshot(page, "timeline-list");
  expect(complaints).toEqual([]);
  await page.close();
});

test("tool calls and waits for permissions lead to the conversation", async () => {
  const { page, complaints } = await openPage(context, await runUrl(server, "permissions"));
  const spans = page.locator(".timeline-span");
  await spans.first().waitFor();
  expect(await page.locator('.timeline-span[data-kind="permission"]').count()).toBeGreaterThan(0);
  await screenshot(page, "timeline-permissions");
  await spans.first().click();
  await expect.poll(() => new URL(page.url()).searchParams.get("log")).toBe("session");
  expect(complaints).toEqual([]);
  await page.close();
});

test("an idle stretch is drawn shorter, with its true length", async () => {
  const { page, complaints } = await openPage(context, await runUrl(server, "1.1-resumed"));
  await page.locator(".timeline-gap").waitFor();
  expect(await page.locator(".timeline-gap-length").textContent()).toBe("1 h");
  await page.getByText("1 idle stretch drawn shorter.").waitFor();
  await screenshot(page, "timeline-gap");
  await page.goto(await runUrl(server, "1.1-crash-resumed"));
  await expect.poll(() => page.locator(".timeline-gap-length").textContent()).toBe("9 min");
  await screenshot(page, "timeline-crash");
  expect(complaints).toEqual([]);
  await page.close();
});

test("bars, the replay and the address are one", async () => {
  const { page, complaints } = await openPage(context, await runUrl(server, "1.1-retry-loop"));
  const bars = page.locator(".timeline-bar");
  await bars.first().waitFor();
  await page.keyboard.press("Home");
  await expect.poll(() => placeOf(page)).toBe("Before the run");
  await expect.poll(() => new URL(page.url()).searchParams.get("at")).toBe("0");
  expect(await page.locator('.timeline-bar:not([data-outcome="later"])').count()).toBe(0);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => placeOf(page)).toMatch(/^After attempt 1 of/);
  await page.keyboard.press(",");
  await expect.poll(() => placeOf(page)).toMatch(/^In attempt 1 of/);
  await screenshot(page, "replay-inside");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => placeOf(page)).toMatch(/^After attempt 2 of/);
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => placeOf(page)).toMatch(/^After attempt 1 of/);
  await bars.last().click();
  await expect.poll(() => bars.last().getAttribute("data-selected")).toBe("true");
  await page.keyboard.press("End");
  await expect.poll(() => new URL(page.url()).searchParams.get("at")).toBe(null);
  await replay(page).getByText("The run ended").waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});

test("playing goes to the end and stops there", async () => {
  const { page, complaints } = await openPage(context, await runUrl(server, "1.1-acp-two-turn"));
  await page.locator(".timeline-bar").first().waitFor();
  await replay(page).getByLabel("Speed").selectOption("0.5");
  await page.locator("body").click({ position: { x: 4, y: 4 } });
  await page.keyboard.press(" ");
  await replay(page).getByRole("button", { name: "Pause" }).waitFor();
  await expect.poll(() => placeOf(page)).toMatch(/attempt [12] of 3/);
  await page.keyboard.press(" ");
  await replay(page).getByRole("button", { name: "Play" }).waitFor();
  const stopped = page.url();
  // Longer than any two pictures of it are apart, and than the address is behind.
  await page.waitForTimeout(600);
  const [place, address] = [await placeOf(page), page.url()];
  await page.waitForTimeout(600);
  expect([await placeOf(page), page.url()]).toEqual([place, address]);
  expect(stopped).toContain("at=");
  await screenshot(page, "replay-paused");
  await replay(page).getByLabel("Speed").selectOption("100");
  await page.locator("body").click({ position: { x: 4, y: 4 } });
  await page.keyboard.press(" ");
  await replay(page).getByText("Showing the whole run").waitFor();
  await replay(page).getByRole("button", { name: "Play" }).waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});

test("the scrubber snaps to attempts", async () => {
  const { page, complaints } = await openPage(context, await runUrl(server, "1.1-acp-failed"));
  await page.locator(".timeline-bar").first().waitFor();
  await scrubber(page).fill("0");
  await expect.poll(() => placeOf(page)).toBe("Before the run");
  await scrubber(page).focus();
  await page.keyboard.press("ArrowRight");
  expect(await scrubber(page).inputValue()).toBe("1");
  await page.keyboard.press("Home");
  await page.keyboard.press("e");
  await expect
    .poll(() => page.locator(".attempt-head .badge").textContent())
    .toMatch(/failed|timed/);
  await screenshot(page, "replay-problem");
  expect(complaints).toEqual([]);
  await page.close();
});
