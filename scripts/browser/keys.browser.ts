import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { runReady } from "./panes.ts";
import { useStage } from "./stage.ts";
import { inRepository } from "./viewer.ts";

const stage = useStage(["fixtures/valid/1.1-retry-loop", "fixtures/runs/two-turn"]);
let page: Page;

beforeEach(async () => {
  page = await stage.open("1.1-retry-loop");
  await runReady(page);
  await page.locator(".attempt").waitFor();
});

const press = (...keys: readonly string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
const place = () => page.getByRole("slider").getAttribute("aria-valuetext");
const attempt = () => page.locator(".attempt-head h2").textContent();
const theme = () => page.evaluate(() => document.documentElement.dataset["theme"]);
const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const speed = async () => Number(await page.getByLabel("Speed").inputValue());
const at = () => new URL(page.url()).searchParams.get("at");
const isPaneFocused = (id: string) =>
  page.evaluate((pane) => document.activeElement?.getAttribute("data-pane") === pane, id);

/** A key that shows a pane: it is in front, and the keyboard is in it. */
const pane = (key: string, id: string) => async () => {
  await press(key);
  await expect.poll(() => isPaneFocused(id)).toBe(true);
  await page.locator(`[data-pane="${id}"]`).waitFor();
};

/** What each command of the list of keys is for, and how to see that it does it. */
const checks: Readonly<Record<string, () => Promise<unknown>>> = {
  async "Show the keys"() {
    await press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await press("?");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
  },
  async "Facts about the run"() {
    await press("i");
    const dialog = page.getByRole("dialog", { name: "About this run" });
    await dialog.getByText("flaky-build").first().waitFor();
    await press("Escape");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
  },
  async "Switch between the system's colours, light and dark"() {
    const light = await paper();
    await press("t");
    await expect.poll(theme).toBe("light");
    await press("t");
    await expect.poll(theme).toBe("dark");
    await expect.poll(paper).not.toBe(light);
    await press("t");
    await expect.poll(theme).toBeUndefined();
    await expect.poll(paper).toBe(light);
  },
  async "List of runs"() {
    await press("g");
    await page.getByRole("heading", { name: "Flow runs" }).waitFor();
  },
  async "Next problem"() {
    await press("e");
    await expect.poll(attempt).toBe("test#1");
    await press("e");
    await expect.poll(attempt).toBe("test#2");
  },
  async "Previous problem"() {
    await press("e", "Shift+E");
    await expect.poll(attempt).not.toBe("test#1");
    await page.locator(".attempt-head .badge", { hasText: /failed|timed out/ }).waitFor();
  },
  async "Play or pause"() {
    const button = page.getByRole("region", { name: "Replay" });
    await press(" ");
    await button.getByRole("button", { name: "Pause" }).waitFor();
    await press(" ");
    await button.getByRole("button", { name: "Play" }).waitFor();
  },
  async "Previous attempt"() {
    await press("ArrowLeft");
    await expect.poll(place).toMatch(/^After attempt/);
  },
  async "Next attempt"() {
    await press("Home", "ArrowRight");
    await expect.poll(place).toMatch(/^After attempt 1 of/);
    await press("ArrowRight");
    await expect.poll(place).toMatch(/^After attempt 2 of/);
  },
  async "Previous event"() {
    await press("Home", "ArrowRight");
    await expect.poll(at).toMatch(/^[1-9]/);
    const before = Number(await at());
    await press(",");
    await expect.poll(at).toBe(String(before - 1));
  },
  async "Next event"() {
    await press("Home", ".");
    await expect.poll(at).toBe("1");
    await press(".");
    await expect.poll(at).toBe("2");
  },
  async "Before the first event"() {
    await press("Home");
    await expect.poll(place).toBe("Before the run");
    await expect.poll(at).toBe("0");
  },
  async "To the end, or to live"() {
    for (const key of ["End", "l"]) {
      await press("Home");
      await expect.poll(at).toBe("0");
      await press(key);
      await expect.poll(at).toBeNull();
    }
  },
  async Slower() {
    const before = await speed();
    await press("[");
    await expect.poll(speed).toBeLessThan(before);
  },
  async Faster() {
    const before = await speed();
    await press("]");
    await expect.poll(speed).toBeGreaterThan(before);
  },
  Graph: pane("1", "graph"),
  Timeline: pane("2", "timeline"),
  Attempt: pane("3", "attempt"),
  Conversation: pane("4", "conversation"),
  Events: pane("5", "events"),
  Artifacts: pane("6", "artifacts"),
  Trust: pane("7", "trust"),
};

describe("each key does what the list of keys says", () => {
  test.each(Object.keys(checks))("%s", async (title) => {
    await expect(checks[title]?.()).resolves.toBeUndefined();
  });

  test("there is no other", async () => {
    await press("?");
    const dialog = page.getByRole("dialog", { name: "Keys" });
    await dialog.waitFor();
    const titles = await dialog.locator("dd").allTextContents();
    expect(titles.toSorted()).toEqual(Object.keys(checks).toSorted());
  });
});

test("keys are letters where a text is typed, and nothing while a dialog is open", async () => {
  await press("5");
  await page.getByLabel("Search the text of the events").fill("");
  await page.keyboard.type("gte?");
  expect(await page.getByLabel("Search the text of the events").inputValue()).toBe("gte?");
  expect(await page.getByRole("dialog").count()).toBe(0);
  await page.locator("h1").click();
  await press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await press("g");
  await press("Home");
  await press("Escape");
  await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
  expect(new URL(page.url()).searchParams.has("run")).toBe(true);
  expect(await at()).toBeNull();
});

interface Stop {
  readonly name: string;
  /** The focus can be seen: something of the element, or before or behind it, looks different without it. */
  readonly isMarked: boolean;
}

/** Goes on with Tab; undefined where the page ends. */
async function tabOn(): Promise<(Stop & { readonly isSeen: boolean }) | undefined> {
  await page.keyboard.press("Tab");
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement || element instanceof SVGElement)) return undefined;
    if (element === document.body) return undefined;
    const looks = () =>
      ["", "::before", "::after"].map((part) => {
        const style = getComputedStyle(element, part);
        const outline = style.outlineStyle === "none" ? "" : style.outline;
        return `${outline} ${style.boxShadow} ${style.backgroundColor} ${style.borderColor}`;
      });
    const focused = looks().join();
    element.blur();
    const isMarked = looks().join() !== focused;
    element.focus();
    const isSeen = element.hasAttribute("data-seen");
    element.setAttribute("data-seen", "");
    const label = element.getAttribute("aria-label") ?? element.textContent.slice(0, 40);
    return { name: `${element.tagName} ${label}`, isSeen, isMarked };
  });
}

/** What Tab comes to, until it has been around once. */
async function stops(): Promise<Stop[]> {
  const found: Stop[] = [];
  let ends = 0;
  for (let i = 0; i < 200; i++) {
    const stop = await tabOn();
    if (stop?.isSeen) return ends === 0 ? [] : found;
    if (stop === undefined) ends += 1;
    else found.push(stop);
  }
  return [];
}

/** Controls that can be seen and used, and that Tab did not come to. */
const missed = () =>
  page.evaluate(() =>
    [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
      .filter((element) => element.checkVisibility() && !element.matches(":disabled, [data-seen]"))
      // Of a group with keys of its own Tab comes to one, as of the tabs.
      .filter((element) => element.getAttribute("tabindex") !== "-1")
      .map((element) => element.outerHTML.slice(0, 120)),
  );

test.each(["attempt", "conversation", "events", "artifacts", "trust"])(
  "Tab comes to everything and around, and is seen: %s",
  async (tab) => {
    page = await stage.open("two-turn", `&attempt=fix%231&tab=${tab}`);
    await runReady(page);
    if (tab === "trust") await page.locator(".trust-verdict").waitFor();
    const found = await stops();
    expect(found.length).toBeGreaterThan(15);
    expect(found.filter(({ isMarked }) => !isMarked)).toEqual([]);
    expect(await missed()).toEqual([]);
  },
);

test("a dialog keeps the keyboard, and gives it back", async () => {
  const opener = page.getByRole("button", { name: "Show the keys" });
  await opener.focus();
  await press("Enter");
  const dialog = page.getByRole("dialog", { name: "Keys" });
  await dialog.waitFor();
  for (let i = 0; i < 4; i++) {
    await press("Tab");
    const isOutside = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement !== document.body && activeElement?.closest("dialog") === null;
    });
    expect(isOutside).toBe(false);
  }
  await press("Escape");
  await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
  await expect
    .poll(() => opener.evaluate((element) => element === document.activeElement))
    .toBe(true);
});

test("the tour lists the keys that the page lists", async () => {
  await press("?");
  const rows = page.locator("dialog .help-keys > div");
  const listed = await rows.evaluateAll((all) =>
    all.map((row) => {
      const keys = [...row.querySelectorAll("kbd")].map((key) => `<kbd>${key.textContent}</kbd>`);
      return `| ${keys.join(" ")} | ${row.querySelector("dd")?.textContent} |`;
    }),
  );
  const tour = readFileSync(inRepository("docs/viewer.md"), "utf8").split("\n");
  expect(tour.filter((line) => line.startsWith("| <kbd>"))).toEqual(listed);
});
