import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { BrowserContext, Page } from "playwright-core";
import type { RunningServer } from "../../packages/viewer/src/server/server.ts";
import { inRepository, openPage, runUrl, screenshot, startBrowser, startServer } from "./viewer.ts";

let context: BrowserContext;
let stopBrowser: () => Promise<void>;
let server: RunningServer;
let broken: string;

beforeAll(async () => {
  broken = mkdtempSync(join(tmpdir(), "viewer-broken-"));
  breakBundle(join(broken, "edited"), (text) =>
    text.replace('"outcome":"ok"', '"outcome":"failed"'),
  );
  breakBundle(join(broken, "cut"), (text) => text.slice(0, text.length / 2));
  ({ context, stop: stopBrowser } = await startBrowser());
  server = await startServer([
    "fixtures/valid",
    "fixtures/runs",
    "fixtures/third-party/acpx-0.19.1/acp-two-turn",
    "fixtures/third-party/acpx-0.19.1/kill9-loop-8",
    broken,
  ]);
});

afterAll(async () => {
  await server?.close();
  await stopBrowser?.();
  if (broken !== undefined) rmSync(broken, { recursive: true, force: true });
});

function breakBundle(to: string, change: (trace: string) => string): void {
  cpSync(inRepository("fixtures/valid/1.1-acp-two-turn"), to, { recursive: true });
  const trace = join(to, "trace.ndjson");
  writeFileSync(trace, change(readFileSync(trace, "utf8")));
}

async function openTrust(name: string) {
  const opened = await openPage(context, await runUrl(server, name, "&tab=trust"));
  await opened.page.locator(".trust-verdict").waitFor();
  return opened;
}

const seal = (page: Page) => page.getByRole("region", { name: "Seal" });

test.each(["1.1-acp-two-turn", "1.1-hostile-names", "two-turn"])(
  "a sealed bundle, %s: nothing changed",
  async (name) => {
    const { page, complaints } = await openTrust(name);
    expect(await page.locator(".trust-verdict").getAttribute("data-verdict")).toBe("valid");
    await seal(page).getByText("Nothing changed since the record was sealed").waitFor();
    await seal(page).getByText("Which files").click();
    await seal(page).getByText("trace.ndjson").waitFor();
    await screenshot(page, `trust-${name}`);
    expect(complaints).toEqual([]);
    await page.close();
  },
);

test("a bundle of another producer, without a seal", async () => {
  const { page, complaints } = await openTrust("acp-two-turn");
  await seal(page).getByText("This version of the format has no seal").waitFor();
  await screenshot(page, "trust-third-party");
  await page.goto(await runUrl(server, "kill9-loop-8", "&tab=trust"));
  await page.locator(".trust-verdict").waitFor();
  await screenshot(page, "trust-killed");
  expect(complaints).toEqual([]);
  await page.close();
});

test("a run that goes on is not sealed yet", async () => {
  const { page, complaints } = await openTrust("1.1-running");
  await seal(page).getByText("Not sealed yet").waitFor();
  await page.locator(".header-live").waitFor();
  expect(await page.getByText("has changed since it was checked").count()).toBe(0);
  await screenshot(page, "trust-running");
  expect(complaints).toEqual([]);
  await page.close();
});

test("an edited bundle: what changed, and each finding leads to its place", async () => {
  const { page, complaints } = await openTrust("edited");
  expect(await page.locator(".trust-verdict").getAttribute("data-verdict")).toBe("invalid");
  await seal(page).getByText("Something changed since the record was sealed").waitFor();
  await seal(page).getByText("trace.ndjson").first().waitFor();
  const group = page.locator(".trust-group").first();
  await group.getByText("What this rule is about").click();
  await group.getByRole("heading", { name: "What it checks" }).waitFor();
  await screenshot(page, "trust-edited");
  await page
    .locator(".trust-place button", { hasText: /trace\.ndjson, line/ })
    .first()
    .click();
  const address = (): URLSearchParams => new URL(page.url()).searchParams;
  await expect.poll(() => address().get("tab")).toBe("events");
  expect(Number(address().get("event"))).toBeGreaterThan(0);
  await page.goBack();
  await page.locator(".trust-verdict").waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});

test("a bundle that was cut: what could not be checked, and why", async () => {
  const { page, complaints } = await openTrust("cut");
  expect(await page.locator(".trust-verdict").getAttribute("data-verdict")).toBe("invalid");
  await page.getByText(/rules? could not be checked$/).click();
  await page
    .getByText(/^Not checked because of/)
    .first()
    .waitFor();
  await screenshot(page, "trust-cut");
  expect(complaints).toEqual([]);
  await page.close();
});
