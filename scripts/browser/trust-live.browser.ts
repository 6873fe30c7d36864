import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunningServer } from "../../packages/viewer/src/server/server.ts";
import { inRepository, openPage, runUrl, screenshot, startBrowser, startServer } from "./viewer.ts";

let context: BrowserContext;
let stopBrowser: () => Promise<void>;
let server: RunningServer;
let folder: string;

const golden = inRepository("fixtures/valid/1.1-retry-loop");
const manifest = readFileSync(join(golden, "manifest.json"), "utf8");
const lines = readFileSync(join(golden, "trace.ndjson"), "utf8").split("\n").slice(0, -1);
const seen = 5;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "viewer-trust-"));
  cpSync(golden, join(folder, "live"), { recursive: true });
  const head = JSON.parse(manifest) as object;
  write("manifest.json", JSON.stringify({ ...head, status: "running", finishedAt: undefined }));
  write("trace.ndjson", `${lines.slice(0, seen).join("\n")}\n`);
  ({ context, stop: stopBrowser } = await startBrowser());
  server = await startServer([folder]);
});

afterAll(async () => {
  await server?.close();
  await stopBrowser?.();
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, content: string): void {
  writeFileSync(join(folder, "live", path), content);
}

test("a check says of which state it is, and is done again when the run ends", async () => {
  const url = await runUrl(server, "live", "&tab=trust");
  const { page, complaints } = await openPage(context, url);
  const checked = page.locator(".trust-again");
  await checked.getByText(`up to event ${seen}.`).waitFor();
  appendFileSync(join(folder, "live", "trace.ndjson"), `${lines.slice(seen, -1).join("\n")}\n`);
  const since = lines.length - 1 - seen;
  await page.getByText(`Checked up to event ${seen}; ${since} events came since.`).waitFor();
  await screenshot(page, "trust-outdated");

  appendFileSync(join(folder, "live", "trace.ndjson"), `${lines.at(-1)}\n`);
  write("manifest.json", manifest);
  await checked.getByText(`up to event ${lines.length}.`).waitFor();
  expect(await page.locator(".trust-verdict").getAttribute("data-verdict")).toBe("valid");
  await expect.poll(() => page.getByText("has changed since it was checked").count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.close();
});
