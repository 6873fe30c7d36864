import { cpSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openBundle } from "@flow-bundle/bundle";
import { directorySource } from "@flow-bundle/bundle/node";
import { openTab, runReady, settled, tabNames } from "./panes.ts";
import { useStage } from "./stage.ts";
import { inRepository, screenshot } from "./viewer.ts";

const acpx = "fixtures/third-party/acpx-0.19.1";
const failed = [
  "fixtures/valid/1.1-acp-failed",
  "fixtures/valid/1.1-shell-timeout",
  `${acpx}/resolve-error`,
  `${acpx}/timeout-run`,
];
const waiting = [
  "fixtures/valid/1.1-waiting",
  "fixtures/runs/approval-waiting",
  `${acpx}/checkpoint`,
];

const stage = useStage([...failed, ...waiting, "fixtures/valid/1.1-retry-loop"], tearBundles);

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
const attemptOf = (page: Page): Promise<string | null> =>
  page.locator(".attempt-head h2").textContent();

/** Attempts that did not go well, in the order in which they ended. */
async function problemsOf(path: string): Promise<string[]> {
  const fold = await (await openBundle(directorySource(inRepository(path)))).fold();
  return fold.attempts
    .filter(({ outcome }) => outcome !== null && outcome !== "ok")
    .map(({ attemptId }) => attemptId);
}

test.each(failed)("%s opens on its first failing attempt", async (path) => {
  const [first = ""] = await problemsOf(path);
  const page = await stage.open(nameOf(path));
  await expect.poll(() => attemptOf(page)).toBe(first);
  expect(await page.locator(".attempt-head .badge").textContent()).toMatch(/failed|timed out/);
  await page.locator('[role="alert"]').first().waitFor();
  expect(new URL(page.url()).searchParams.get("attempt")).toBe(first);
});

test("E and Shift+E go around all problems of a run that ended well", async () => {
  const problems = await problemsOf("fixtures/valid/1.1-retry-loop");
  expect(problems.length).toBeGreaterThan(1);
  const page = await stage.open("1.1-retry-loop");
  await runReady(page);
  await page.locator(".attempt").waitFor();
  expect(problems).not.toContain(await attemptOf(page));
  const said = page.locator("p[role=status].visually-hidden");
  for (const [i, problem] of [...problems.entries(), [0, problems[0]] as const]) {
    await page.keyboard.press("e");
    await expect.poll(() => attemptOf(page)).toBe(problem);
    await expect.poll(() => said.textContent()).toBe(`Problem ${i + 1} of ${problems.length}`);
  }
  for (const problem of problems.toReversed()) {
    await page.keyboard.press("Shift+E");
    await expect.poll(() => attemptOf(page)).toBe(problem);
  }
});

test.each(waiting)("%s says what it waits for", async (path) => {
  const fold = await (await openBundle(directorySource(inRepository(path)))).fold();
  expect(fold.waitingOn).toBeDefined();
  const page = await stage.open(nameOf(path));
  await runReady(page);
  await page.locator(".header .badge", { hasText: "waiting" }).waitFor();
  const card = page.locator(".node-card", { hasText: fold.waitingOn ?? "" });
  await card.locator(".badge", { hasText: "waiting" }).first().waitFor();
  expect(await page.getByText("● live").count()).toBe(0);
  await screenshot(page, `waiting-${nameOf(path)}`);
});

/** Bundles whose files end in the middle. */
function tearBundles(folder: string): void {
  const copy = (name: string, isRunning = false): string => {
    const bundle = join(folder, name);
    cpSync(inRepository("fixtures/runs/two-turn"), bundle, { recursive: true });
    const manifest = join(bundle, "manifest.json");
    const text = readFileSync(manifest, "utf8");
    if (isRunning) writeFileSync(manifest, text.replace('"completed"', '"running"'));
    return bundle;
  };
  const cut = (file: string, keep: number): void => {
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length * keep)));
  };
  cut(join(copy("torn-trace", true), "trace.ndjson"), 0.6);
  cut(join(copy("torn-at-its-end"), "trace.ndjson"), 0.6);
  const bundle = copy("torn-session", true);
  const [session = ""] = readdirSync(join(bundle, "sessions"));
  cut(join(bundle, "sessions", session, "events.ndjson"), 0.5);
  cut(join(bundle, "sessions", session, "record.json"), 0.5);
  cut(join(copy("torn-flow"), "flow.json"), 0.5);
  cut(join(copy("torn-manifest"), "manifest.json"), 0.5);
}

test.each([
  ["torn-trace", /The last line is half written/, "Attempt"],
  ["torn-at-its-end", /The last line does not end with LF \(\d+ bytes\).* left out/, "Attempt"],
  ["torn-session", /The last line of the session is half written/, "Conversation"],
  ["torn-flow", /flow\.json: /, "Attempt"],
  ["torn-manifest", /manifest\.json: /, "Attempt"],
])("%s: it says so, and shows the rest", async (name, text, tab) => {
  const page = await stage.open(name);
  await runReady(page);
  await openTab(page, tab);
  await page.getByText(text).first().waitFor();
  for (const other of await tabNames(page)) {
    const pane = await openTab(page, other);
    expect(await pane.textContent()).not.toContain("fault of the viewer");
  }
  await settled(page);
  const isFollowed = await page.getByText(/following/i).count();
  expect(isFollowed).toBe(0);
  await screenshot(page, name);
});
