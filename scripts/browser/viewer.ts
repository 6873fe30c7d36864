import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type BrowserContext, type Page } from "playwright-core";
import { serve, type RunningServer } from "../../packages/viewer/src/server/server.ts";
import { findBrowser } from "./chromium.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const screenshots = join(root, ".tmp", "screenshots");

/** A path in the repository. */
export const inRepository = (path: string): string => join(root, path);

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser of its own, with an empty profile. */
export async function startBrowser(): Promise<{ context: BrowserContext; stop(): Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), "viewer-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser() ?? "/usr/bin/chromium",
    headless: true,
    args: flags,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
    // Pictures are taken at once, and not while something moves.
    reducedMotion: "reduce",
  });
  return {
    context,
    async stop() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** `bundle-view`, inside this process. */
export function startServer(paths: readonly string[]): Promise<RunningServer> {
  return serve({
    paths: paths.map((path) => (isAbsolute(path) ? path : inRepository(path))),
    app: inRepository("packages/viewer/dist/app"),
    pollMs: 50,
  });
}

/** A page, and everything about it that must not be. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors on the console, uncaught errors, reports of the policy, foreign requests, dialogs. */
  readonly complaints: string[];
}

/** Opens a page that notes whatever should not happen. */
export async function openPage(context: BrowserContext, url: string): Promise<WatchedPage> {
  const page = await context.newPage();
  const complaints: string[] = [];
  const { origin } = new URL(url);
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      complaints.push(`console: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const target = new URL(request.url());
    if (target.origin !== origin && target.protocol !== "blob:") {
      complaints.push(`request: ${request.url().slice(0, 200)}`);
    }
  });
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      // oxlint-disable-next-line no-console
      console.error(`policy: ${violatedDirective} ${blockedURI}`);
    });
  });
  await page.goto(url);
  return { page, complaints };
}

/** Address of the run in a folder. */
export async function runUrl(server: RunningServer, name: string, query = ""): Promise<string> {
  const { runs } = await server.catalogue.list();
  const run = runs.find((entry) => entry.name === name);
  if (run === undefined) throw new Error(`There is no run ${name}`);
  return `${server.url}?run=${run.id}${query}`;
}

/** Takes a picture of the page in light and dark, to be looked at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    // The picture is that of the next frame, and not of the last one.
    await page.waitForTimeout(150);
    await page.screenshot({ path: join(screenshots, `${name}-${colorScheme}.png`) });
  }
}
