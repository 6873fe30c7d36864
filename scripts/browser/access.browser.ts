import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { barriers } from "./barriers.ts";
import { openTab, runReady } from "./panes.ts";
import { useStage } from "./stage.ts";
import { openPage, screenshot } from "./viewer.ts";

const stage = useStage(
  ["fixtures/valid", "fixtures/runs/two-turn", "fixtures/third-party/drifted"],
  (folder) => {
    mkdirSync(join(folder, "unreadable"));
    writeFileSync(join(folder, "unreadable", "manifest.json"), "{");
  },
);

const binding =
  "artifacts/sha256-9aeb4496044806c7af87fee9070940d69a24a8cdbf61cce6fc05aaa7b8ccac5e.json";

/** Places of the page: run, address, and what is there when it is ready. */
const places: readonly [title: string, run: string, query: string, ready: string][] = [
  ["the graph and an attempt that failed", "1.1-acp-failed", "", ".react-flow__node"],
  ["a decision, and a replay that stands in between", "1.1-retry-loop", "&at=4", ".timeline-bar"],
  ["tool calls in the timeline", "two-turn", "&tab=attempt&attempt=fix%231", ".timeline-span"],
  ["an idle stretch in the timeline", "1.1-resumed", "", ".timeline-gap"],
  ["a run that waits", "1.1-waiting", "", ".header-verdict"],
  ["a run whose process is gone", "1.1-running", "&tab=trust", ".run-notes code"],
  ["a run without events", "1.1-just-started", "", ".react-flow__node"],
  ["a conversation", "two-turn", "&tab=conversation&attempt=fix%231", ".bubble"],
  [
    "a conversation at a position",
    "two-turn",
    "&tab=conversation&attempt=fix%231&at=20",
    ".bubble",
  ],
  ["no conversation", "1.1-shell", "&tab=conversation", ".empty-title"],
  ["events of the trace", "two-turn", "&tab=events&event=10", ".json-tree"],
  ["events of a session", "two-turn", "&tab=events&log=session&event=51", ".json-tree"],
  ["artifacts", "two-turn", "&tab=artifacts", ".artifacts-open"],
  ["an artifact", "two-turn", `&tab=artifacts&artifact=${binding}`, ".json-tree"],
  ["a seal that holds", "two-turn", "&tab=trust", ".trust-verdict"],
  ["many findings", "drifted", "&tab=trust", ".trust-group"],
  ["a bundle that cannot be read", "unreadable", "", ".run-notes"],
];

describe("axe finds nothing in light and dark", () => {
  test.each(places)("%s", async (title, run, query, ready) => {
    const page = await stage.open(run, query);
    await page.locator(ready).first().waitFor();
    await runReady(page);
    expect(await barriers(page)).toEqual([]);
    await screenshot(page, `access-${title.replaceAll(/\W+/g, "-")}`);
  });

  test("the list of runs, and a filter that nothing passes", async () => {
    const page = await stage.open(stage.server.url);
    await page.locator(".run-link").first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("searchbox").fill("nothing is called like this");
    await page.locator(".empty-title").waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  test("dialogs", async () => {
    const page = await stage.open("1.1-retry-loop");
    await runReady(page);
    for (const [key, name] of [
      ["?", "Keys"],
      ["i", "About this run"],
    ] as const) {
      await page.keyboard.press(key);
      await page.getByRole("dialog", { name }).waitFor();
      expect(await barriers(page)).toEqual([]);
      await screenshot(page, `dialog-${name.toLowerCase().replaceAll(" ", "-")}`);
      await page.keyboard.press("Escape");
    }
  });

  test("the graph and the timeline as lists, and the text of a rule", async () => {
    const page = await stage.open("1.1-retry-loop");
    await runReady(page);
    const trust = await openTab(page, "Trust");
    await listButton(page, "Graph").click();
    await page.getByRole("list", { name: "Nodes of the flow" }).waitFor();
    await listButton(page, "Timeline").click();
    await page.getByRole("listbox", { name: "Attempts" }).waitFor();
    await trust
      .getByText(/rules checked$/)
      .last()
      .click();
    await trust.getByText("What this rule is about").first().click();
    await trust.getByRole("heading", { name: "What it checks" }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await screenshot(page, "access-lists");
  });

  test("what is still being read", async () => {
    const page = await stage.open(stage.server.url);
    await page.locator(".run-link").first().waitFor();
    await page.route("**/api/files/**", () => undefined);
    await page.locator(".run-link", { hasText: "1.1-retry-loop" }).click();
    await page.locator(".loading").first().waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  test("a run that is not there, and something that is dragged over the page", async () => {
    // The browser complains of the 404 that tells it.
    const { page } = await openPage(stage.context, `${stage.server.url}?run=nothing`);
    await page.getByText("There is no such run here").waitFor();
    expect(await barriers(page)).toEqual([]);
    const dataTransfer = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File([], "run.zip"));
      return data;
    });
    await page.dispatchEvent(".app", "dragover", { dataTransfer });
    await page.locator(".drop-hint").waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.close();
  });
});

const listButton = (page: Page, region: string) =>
  page.getByRole("region", { name: region }).getByRole("button", { name: "List" });

test("a narrow window has one column of tabs, and all of it fits", async () => {
  const page = await stage.open("two-turn", "&attempt=fix%231");
  await page.setViewportSize({ width: 420, height: 800 });
  await expect.poll(() => page.getByRole("tab").count()).toBe(7);
  for (const name of await page.getByRole("tab").allTextContents()) {
    await openTab(page, name);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, name).toBeLessThanOrEqual(420);
    expect(await barriers(page), name).toEqual([]);
    await screenshot(page, `narrow-${name.toLowerCase()}`);
  }
});
