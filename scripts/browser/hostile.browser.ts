import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openBundle } from "@flow-bundle/bundle";
import { directorySource } from "@flow-bundle/bundle/node";
import { openTab, runReady, settled, tabNames } from "./panes.ts";
import { hostileName, levels, poisonBundle, poisonNames } from "./poison.ts";
import { useStage } from "./stage.ts";
import { inRepository, screenshot } from "./viewer.ts";

const bundles = [
  "fixtures/valid/1.1-acp-failed",
  "fixtures/valid/1.1-shell",
  "fixtures/valid/1.1-waiting",
  "fixtures/runs/two-turn",
  "fixtures/third-party/acpx-0.19.1/acp-weird",
];
const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** The texts of all bundles; what goes further only in those that have the most of everything. */
const cases = (Object.keys(levels) as (keyof typeof levels)[]).flatMap((level) =>
  (level === "texts" ? bundles : bundles.slice(-2)).map((path) => ({ level, path })),
);

const stage = useStage([], (folder) => {
  for (const { level, path } of cases) {
    poisonBundle(path, join(folder, `${level}-${nameOf(path)}`), level);
  }
  poisonBundle("fixtures/runs/two-turn", join(folder, "names"), "texts");
  poisonNames(join(folder, "names"));
});

const script = "<script>alert(1)</script>";
const strangers = [
  "iframe",
  "object",
  "embed",
  "base",
  "script:not([src])",
  "[onerror]",
  "[onload]",
  "[srcdoc]",
  "a[href^='javascript']",
  "a[href*='example.invalid']",
  "img:not([src^='blob:'])",
].join(", ");

/** What of the bundle became more than a text. What ran, or was asked for, the stage complains of. */
async function strangersOn(page: Page): Promise<string[]> {
  const found = await page.locator(strangers).evaluateAll((all) => all.map((one) => one.outerHTML));
  const scripts = await page.locator("script").count();
  return scripts === 1 ? found : [...found, `${scripts} scripts`];
}

/** Opens all that is closed, as far as it can be seen. */
async function openEverything(pane: Page | ReturnType<Page["locator"]>): Promise<void> {
  const closed = pane.locator(
    "details:not([open]) > summary, .disclosure-title[aria-expanded=false]",
  );
  for (let i = 0; i < 12 && (await closed.count()) > 0; i++) await closed.first().click();
}

describe("texts stay texts in every pane", () => {
  test.each(cases)("$level: $path", async ({ level, path }) => {
    const name = nameOf(path);
    const { sessions } = await (await openBundle(directorySource(inRepository(path)))).fold();
    const page = await stage.open(`${level}-${name}`);
    await runReady(page);
    await page.getByText(script).first().waitFor();
    for (const tab of await tabNames(page)) {
      const pane = await openTab(page, tab);
      if (tab === "Artifacts") {
        const rows = pane.locator(".artifacts-open");
        for (let i = 0; i < Math.min(await rows.count(), 2); i++) {
          await rows.nth(i).click();
          await settled(page);
        }
      } else if (tab === "Events") {
        const rows = pane.locator(".events-row");
        for (let i = 0; i < Math.min(await rows.count(), 3); i++) {
          await rows.nth(i).click();
          await pane.getByRole("region", { name: /^Event in line/ }).waitFor();
        }
      } else {
        if (tab === "Conversation" && level === "texts" && sessions.length > 0) {
          await pane.locator(".bubble", { hasText: script }).first().waitFor();
        }
        await openEverything(pane);
      }
      expect(await strangersOn(page)).toEqual([]);
      expect(await pane.textContent()).not.toContain("fault of the viewer");
      if (name === "two-turn" && level === "texts")
        await screenshot(page, `hostile-${tab.toLowerCase()}`);
    }
    await page.keyboard.press("i");
    await page.getByRole("dialog").waitFor();
    expect(await strangersOn(page)).toEqual([]);
  });
});

test("names of files", async () => {
  const page = await stage.open(hostileName);
  await runReady(page);
  const pane = await openTab(page, "Artifacts");
  const rows = pane.locator(".artifacts-open");
  await rows.filter({ hasText: "onerror" }).first().waitFor();
  for (const row of await rows.filter({ hasText: "onerror" }).all()) {
    await row.click();
    await settled(page);
    expect(await strangersOn(page)).toEqual([]);
  }
  await screenshot(page, "hostile-names");
  const trust = await openTab(page, "Trust");
  await openEverything(trust);
  expect(await strangersOn(page)).toEqual([]);
});

test("the list of runs", async () => {
  const page = await stage.open(stage.server.url);
  await page.getByText(script).first().waitFor();
  expect(await strangersOn(page)).toEqual([]);
});
