import { expect } from "vitest";
import type { Locator, Page } from "playwright-core";

/** Everything of a run is there: its trace was read to the end, the graph is drawn. */
export async function runReady(page: Page): Promise<void> {
  await page.getByRole("tab").first().waitFor();
  await settled(page);
}

/** Nothing on the page is still being read, checked or laid out. */
export async function settled(page: Page): Promise<void> {
  await expect.poll(() => page.locator(".loading, progress").count()).toBe(0);
}

/** The titles of the tabs. */
export function tabNames(page: Page): Promise<string[]> {
  return page.getByRole("tab").allTextContents();
}

/** Brings a tab to the front and waits until its pane has read what it shows. */
export async function openTab(page: Page, name: string): Promise<Locator> {
  await page.getByRole("tab", { name, exact: true }).click();
  const pane = page.getByRole("tabpanel", { name, exact: true });
  await pane.waitFor();
  if (name === "Trust") await pane.locator(".trust-verdict").waitFor();
  await settled(page);
  return pane;
}

/** Titles of the panes that say that there is nothing to show. */
export function emptyTitles(place: Page | Locator): Promise<string[]> {
  return place.locator(".empty-title").allTextContents();
}
