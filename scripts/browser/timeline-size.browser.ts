import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serve, type RunningServer } from "../../packages/viewer/src/server/server.ts";
import { holdLock } from "./stage.ts";
import { inRepository, openPage, runUrl, screenshot, startBrowser } from "./viewer.ts";

let context: BrowserContext;
let stopBrowser: () => Promise<void>;
let server: RunningServer;
let folder: string;

const golden = inRepository("fixtures/valid/1.1-retry-loop");
const goldenFile = (name: string): string => readFileSync(join(golden, name), "utf8");
const attempts = 40_000;

/** A long run: the same two nodes again and again, now and then with a failure. */
function longTrace(): string {
  const [first = ""] = goldenFile("trace.ndjson").split("\n", 1);
  const { runId } = JSON.parse(first) as { runId: string };
  const lines = [first];
  const start = Date.parse("2026-03-02T09:15:00.000Z");
  for (let i = 0; i < attempts; i++) {
    const nodeId = i % 2 === 0 ? "build" : "test";
    const attemptId = `${nodeId}#${(i >> 1) + 1}`;
    const base = { runId, scope: "node", nodeId, attemptId };
    const at = (ms: number): string => new Date(start + i * 100 + ms).toISOString();
    const failed = i % 9973 === 9972;
    lines.push(
      JSON.stringify({
        seq: 2 * i + 2,
        at: at(5),
        ...base,
        type: "node_started",
        payload: { nodeType: "compute", timeoutMs: 1000, statusDetail: "Running" },
      }),
      JSON.stringify({
        seq: 2 * i + 3,
        at: at(95),
        ...base,
        type: "node_outcome",
        payload: {
          nodeType: "compute",
          outcome: failed ? "failed" : "ok",
          durationMs: 90,
          error: failed ? "It broke" : null,
          ...(!failed && { outputInline: 1 }),
        },
      }),
    );
  }
  return `${lines.join("\n")}\n`;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "viewer-size-"));
  cpSync(golden, join(folder, "long"), { recursive: true });
  writeFileSync(join(folder, "long", "trace.ndjson"), longTrace());
  cpSync(golden, join(folder, "live"), { recursive: true });
  const manifest = JSON.parse(goldenFile("manifest.json")) as object;
  writeFileSync(
    join(folder, "live", "manifest.json"),
    JSON.stringify({ ...manifest, status: "running", finishedAt: undefined, seal: undefined }),
  );
  const some = goldenFile("trace.ndjson").split("\n").slice(0, 6);
  writeFileSync(join(folder, "live", "trace.ndjson"), `${some.join("\n")}\n`);
  holdLock(join(folder, "live"));
  ({ context, stop: stopBrowser } = await startBrowser());
  const app = inRepository("packages/viewer/dist/app");
  server = await serve({ paths: [folder], app, pollMs: 30 });
});

afterAll(async () => {
  await server?.close();
  await stopBrowser?.();
  rmSync(folder, { recursive: true, force: true });
});

test("40,000 attempts: few bars, quick steps, and it says what is joined", async () => {
  const { page, complaints } = await openPage(context, await runUrl(server, "long"));
  await page.getByText(/too short to tell apart are joined/).waitFor();
  await page.getByText("40,000 attempts").first().waitFor();
  await expect.poll(() => page.locator("progress").count()).toBe(0);
  const bars = page.locator(".timeline-bar");
  expect(await bars.count()).toBeLessThan(400);
  expect(await page.locator('.timeline-bar[data-outcome="failed"]').count()).toBeGreaterThan(1);
  await screenshot(page, "timeline-long");

  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
    }).observe({ type: "longtask" });
  });
  const slider = page.getByRole("slider");
  for (let value = 1000; value < attempts; value += 3000) {
    await slider.fill(String(value));
    await page.waitForTimeout(30);
  }
  const tasks = await page.evaluate(
    () => (globalThis as unknown as { longTasks: number[] }).longTasks,
  );
  // oxlint-disable-next-line no-console
  console.log("long tasks while scrubbing over 40,000 attempts, in ms:", tasks.join(" ") || "none");
  // The machine may have other things to do.
  expect(Math.max(0, ...tasks)).toBeLessThan(3000);

  await page.locator('.timeline-bar[data-several="true"]').first().click();
  await expect.poll(() => page.locator('.timeline-bar[data-several="true"]').count()).toBe(0);
  expect(await bars.count()).toBeGreaterThan(50);
  await page
    .getByRole("region", { name: "Timeline" })
    .getByRole("button", { name: "List" })
    .click();
  expect(await page.getByRole("option").count()).toBeLessThan(60);
  await page.getByRole("listbox", { name: "Attempts" }).focus();
  await page.keyboard.press("PageDown");
  await screenshot(page, "timeline-long-list");
  expect(complaints).toEqual([]);
  await page.close();
});

test("live: what was scrubbed stays, and there is a way back to live", async () => {
  const { page, complaints } = await openPage(context, await runUrl(server, "live"));
  await page.getByText("Following the run as it goes").waitFor();
  await page.keyboard.press("ArrowLeft");
  const slider = page.getByRole("slider");
  const place = await slider.getAttribute("aria-valuetext");
  expect(place).toMatch(/^After attempt/);
  const address = page.url();
  const more = goldenFile("trace.ndjson").split("\n").slice(6, 9);
  appendFileSync(join(folder, "live", "trace.ndjson"), `${more.join("\n")}\n`);
  await page.locator(".header").getByText("9 events").waitFor();
  expect((await slider.getAttribute("aria-valuetext"))?.replace(/of \d+/, "")).toBe(
    place?.replace(/of \d+/, ""),
  );
  await screenshot(page, "replay-live");
  await page.getByRole("button", { name: "Jump to live" }).click();
  await page.getByText("Following the run as it goes").waitFor();
  expect(address).toContain("run=");
  expect(complaints).toEqual([]);
  await page.close();
});
