import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunningServer } from "../../packages/viewer/src/server/server.ts";
import { barriers } from "./barriers.ts";
import { inRepository, openPage, runUrl, screenshot, startBrowser, startServer } from "./viewer.ts";

let context: BrowserContext;
let stopBrowser: () => Promise<void>;
let server: RunningServer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "viewer-facts-"));
  changeArtifact("changed", (file, text) =>
    writeFileSync(file, text.replace("1 problem", "9 lies")),
  );
  changeArtifact("missing", (file) => rmSync(file));
  ({ context, stop: stopBrowser } = await startBrowser());
  server = await startServer(["fixtures/valid", folder]);
});

afterAll(async () => {
  await server?.close();
  await stopBrowser?.();
  rmSync(folder, { recursive: true, force: true });
});

/** The golden run of shell commands; what the linter wrote to its standard error is changed. */
function changeArtifact(name: string, change: (file: string, text: string) => void): void {
  const bundle = join(folder, name);
  cpSync(inRepository("fixtures/valid/1.1-shell"), bundle, { recursive: true });
  for (const entry of readdirSync(join(bundle, "artifacts"))) {
    const file = join(bundle, "artifacts", entry);
    const text = readFileSync(file, "utf8");
    if (text.startsWith("lint: 1 problem")) change(file, text);
  }
}

test("the error of a run leads to the attempt that ended it, and problems have buttons", async () => {
  const { page, complaints } = await openPage(context, await runUrl(server, "1.1-acp-failed"));
  await page.getByRole("heading", { name: "summarise#1" }).waitFor();
  const problems = page.getByRole("group", { name: "Problems" });
  await problems.getByText("Problem 1 of 2").waitFor();
  await page.locator(".header-verdict").getByRole("button", { name: "again#1" }).click();
  await page.getByRole("heading", { name: "again#1" }).waitFor();
  await problems.getByText("Problem 2 of 2").waitFor();
  await problems.getByRole("button", { name: "Previous problem" }).click();
  await page.getByRole("heading", { name: "summarise#1" }).waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});

test("the facts about a run, by button and key", async () => {
  const { page, complaints } = await openPage(context, await runUrl(server, "1.1-acp-failed"));
  await page.locator(".react-flow__node").first().waitFor();
  await page.getByRole("button", { name: "About" }).click();
  const dialog = page.getByRole("dialog", { name: "About this run" });
  await dialog.getByText("2026-03-02T091500000Z-summarise-log-e0417b38").waitFor();
  await dialog.getByText("golden-flow 1.0.0").waitFor();
  await dialog.getByRole("group", { name: "Input" }).getByText("build.log").waitFor();
  await screenshot(page, "about");
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect.poll(() => dialog.count()).toBe(0);
  await page.keyboard.press("i");
  await dialog.waitFor();
  // Behind it nothing moves.
  await page.keyboard.press("e");
  await page.keyboard.press("i");
  await expect.poll(() => dialog.count()).toBe(0);
  await page.getByRole("heading", { name: "summarise#1" }).waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});

test("an attempt says what came before and after, and why", async () => {
  const url = await runUrl(server, "1.1-shell", "&attempt=lint%231");
  const { page, complaints } = await openPage(context, url);
  const facts = page.locator(".attempt > .facts");
  await facts.getByText("is failed").waitFor();
  await facts.getByText("$result.outcome").waitFor();
  // Of a command that failed its exit code and standard error come first.
  const headings = page.locator(".attempt .section h3");
  await expect
    .poll(() => headings.allInnerTexts())
    .toEqual(["Command", "Standard error", "Standard output"]);
  expect(await page.locator(".attempt-exit").innerText()).toBe("1");
  await facts.getByRole("button", { name: "format#1" }).click();
  await page.getByRole("heading", { name: "format#1" }).waitFor();
  await page.goBack();
  await facts.getByRole("button", { name: "notify#1" }).waitFor();
  await facts.getByRole("button", { name: /^outcome, line/ }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get("tab")).toBe("events");
  await page
    .getByRole("region", { name: /line/i })
    .or(page.getByText("node_outcome"))
    .first()
    .waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});

test("an artifact that is not what the record refers to says so, wherever it is shown", async () => {
  const url = await runUrl(server, "changed", "&attempt=lint%231");
  const { page, complaints } = await openPage(context, url);
  await page.locator(".attempt").getByText("It is not what the record refers to").waitFor();
  await screenshot(page, "artifact-changed");
  expect(await barriers(page)).toEqual([]);
  await page.getByRole("button", { name: "Open as an artifact" }).first().click();
  await page.locator(".artifacts-detail").getByText("It is not what the record").waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});

test("an artifact that is what the record refers to says that too; one that is missing, that", async () => {
  const { page, complaints } = await openPage(
    context,
    await runUrl(server, "1.1-shell", "&tab=artifacts"),
  );
  await page.getByRole("button", { name: /^Standard output of lint/ }).click();
  await page.getByText("It is what the record refers to").waitFor();
  await page.goto(await runUrl(server, "missing", "&attempt=lint%231"));
  await page.locator(".attempt").getByText("There is no such file").waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});
