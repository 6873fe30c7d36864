import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openTab, runReady } from "./panes.ts";
import { useStage } from "./stage.ts";

const stage = useStage(["fixtures/valid/1.1-retry-loop", "fixtures/runs/two-turn"]);

/** What is selected, as the page shows it. */
async function shown(page: Page) {
  const text = async (selector: string): Promise<string | undefined> =>
    (await page.locator(selector).allTextContents())[0];
  return {
    address: new URL(page.url()).search,
    heading: await text("h1"),
    tab: await text("[role=tab][aria-selected=true]"),
    attempt: await text(".attempt-head h2"),
    node: await text(".node-card-body[aria-pressed=true] .node-card-id bdi"),
    event: await text(".events-row[aria-selected=true] .events-line"),
    artifact: await text(".artifacts-row[aria-current=true], .artifacts-detail h3"),
    place: await page.getByRole("slider").getAttribute("aria-valuetext"),
  };
}

test("back, forward and the address alone bring back what was selected", async () => {
  const page = await stage.open("two-turn");
  await runReady(page);
  await page.locator(".attempt").waitFor();
  const steps: (() => Promise<unknown>)[] = [
    () => page.locator(".node-card-body", { hasText: "fix" }).first().click(),
    () => openTab(page, "Conversation"),
    () => openTab(page, "Events"),
    () => page.locator(".events-row").nth(3).click(),
    () => openTab(page, "Artifacts"),
    () => page.locator(".artifacts-open").first().click(),
    () => page.locator(".timeline-bar").last().click(),
    () => openTab(page, "Trust"),
  ];
  const seen = [await shown(page)];
  for (const [i, step] of steps.entries()) {
    const before = page.url();
    await step();
    await expect.poll(() => page.url(), { message: `step ${i}` }).not.toBe(before);
    await runReady(page);
    seen.push(await shown(page));
  }

  for (const state of seen.slice(0, -1).toReversed()) {
    await page.goBack();
    await expect.poll(() => shown(page)).toEqual(state);
  }
  for (const state of seen.slice(1)) {
    await page.goForward();
    await expect.poll(() => shown(page)).toEqual(state);
  }
  const { origin } = new URL(page.url());
  for (const state of seen) {
    await page.goto(`${origin}/${state.address}`);
    await runReady(page);
    await expect.poll(() => shown(page)).toEqual(state);
  }
});

test("back leaves a run for the list, and the position of the replay is in the address", async () => {
  const page = await stage.open(stage.server.url);
  await page.locator(".run-link", { hasText: "1.1-retry-loop" }).click();
  await runReady(page);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => new URL(page.url()).searchParams.get("at")).toMatch(/^[1-9]/);
  const before = await shown(page);
  expect(before.place).toMatch(/^After attempt 1/);
  await page.goBack();
  await page.getByRole("heading", { name: "Flow runs" }).waitFor();
  await page.goForward();
  await runReady(page);
  await expect.poll(() => shown(page)).toEqual(before);
  await page.reload();
  await runReady(page);
  await expect.poll(() => shown(page)).toEqual(before);
});
