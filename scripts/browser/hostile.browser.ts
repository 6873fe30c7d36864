import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serve, type RunningServer } from "../../packages/viewer/src/server/server.ts";
import { inRepository, openPage, runUrl, screenshot, startBrowser } from "./viewer.ts";

const payload = `"><script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)><iframe srcdoc="<script>alert(4)</script>"></iframe>[a](javascript:alert(5)) ![b](https://example.invalid/b.png) <a href="javascript:alert(6)">c</a><style>@import "https://example.invalid/c.css"</style><base href="https://example.invalid/">\u202e\u0007`;

/** Keys whose values say what a thing is, or refer to another; everything else becomes a payload. */
const kept =
  /^(schema|specVersion|status|type|scope|nodeType|outcome|actionType|sessionUpdate|jsonrpc|method|direction|kind|mediaType|path|sha256|at|startedAt|finishedAt|.*At|.*Id|.*Path|.*_at|id|from|to|startAt|paths|seq|handle|role|mimeType|data)$/;

function poison(value: unknown, key = ""): unknown {
  if (typeof value === "string") return kept.test(key) ? value : `${value} ${payload}`;
  if (Array.isArray(value)) return value.map((item) => poison(item, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, poison(field, name)]),
  );
}

let context: BrowserContext;
let stopBrowser: () => Promise<void>;
let server: RunningServer;
let folder: string;
const names = ["1.1-acp-two-turn", "1.1-acp-failed", "1.1-shell", "1.1-waiting"];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "viewer-hostile-"));
  for (const name of names) {
    const bundle = join(folder, name);
    cpSync(inRepository(`fixtures/valid/${name}`), bundle, { recursive: true });
    for (const entry of readdirSync(bundle, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      const text = readFileSync(file, "utf8");
      if (file.endsWith(".ndjson")) {
        const lines = text.split("\n").filter((line) => line !== "");
        const poisoned = lines.map((line) => JSON.stringify(poison(JSON.parse(line))));
        writeFileSync(file, `${poisoned.join("\n")}\n`);
      } else if (file.endsWith(".json"))
        writeFileSync(file, JSON.stringify(poison(JSON.parse(text))));
      else writeFileSync(file, text + payload);
    }
  }
  ({ context, stop: stopBrowser } = await startBrowser());
  server = await serve({ paths: [folder], app: inRepository("packages/viewer/dist/app") });
});

afterAll(async () => {
  await server?.close();
  await stopBrowser?.();
  rmSync(folder, { recursive: true, force: true });
});

test.each(names)("texts stay texts in every pane: %s", async (name) => {
  const { page, complaints } = await openPage(context, await runUrl(server, name));
  await page.locator(".react-flow__node").first().waitFor();
  const tabs = page.getByRole("tab");
  for (let i = 0; i < (await tabs.count()); i++) {
    await tabs.nth(i).click();
    await page.waitForTimeout(300);
    if (name === names[0]) await screenshot(page, `hostile-${i}`);
  }
  const strangers = "iframe, [onerror], [onload], base, a[href^='javascript'], img[src^='http']";
  expect(await page.locator(strangers).count()).toBe(0);
  expect(await page.locator("script").count()).toBe(1);
  expect(complaints).toEqual([]);
  await page.close();
});

test("the list of runs", async () => {
  const { page, complaints } = await openPage(context, server.url);
  await page.getByText("<script>alert(1)</script>", { exact: false }).first().waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});
