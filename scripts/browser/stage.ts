import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, onTestFailed } from "vitest";
import { nodeHost } from "@flow-bundle/bundle/node";
import type { RunningServer } from "../../packages/viewer/src/server/server.ts";
import { openPage, runUrl, startBrowser, startServer, type WatchedPage } from "./viewer.ts";

/** A browser and a server, for the tests of one file. */
export interface Stage {
  readonly server: RunningServer;
  readonly context: BrowserContext;
  /** A folder for what the tests make; it is gone when they are through. */
  readonly folder: string;
  /**
   * Opens a page that is closed after the test, which fails if anything happened there that must not: see {@link
   * WatchedPage}.
   *
   * @param run name of the run's folder, or a whole address
   */
  open(run: string, query?: string): Promise<Page>;
}

/**
 * Prepares a browser and a server for the tests of a file.
 *
 * @param paths what is served, relative to the repository
 * @param prepare makes bundles in a folder, which is served as well
 */
export function useStage(paths: readonly string[], prepare?: (folder: string) => void): Stage {
  const folder = mkdtempSync(join(tmpdir(), "viewer-stage-"));
  const opened: WatchedPage[] = [];
  let browser: Awaited<ReturnType<typeof startBrowser>> | undefined;
  let server: RunningServer | undefined;
  beforeAll(async () => {
    prepare?.(folder);
    browser = await startBrowser();
    server = await startServer([...paths, folder]);
  });
  afterEach(async () => {
    const pages = opened.splice(0);
    for (const { page } of pages) await page.close();
    expect(pages.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
  afterAll(async () => {
    await server?.close();
    await browser?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const there = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error("There is no browser before the tests");
    return thing;
  };
  return {
    folder,
    get server() {
      return there(server);
    },
    get context() {
      return there(browser).context;
    },
    async open(run, query = "") {
      const url = /^https?:/.test(run) ? run + query : await runUrl(there(server), run, query);
      const watched = await openPage(there(browser).context, url);
      opened.push(watched);
      onTestFailed(() => {
        for (const complaint of watched.complaints) process.stderr.write(`${complaint}\n`);
      });
      return watched.page;
    },
  };
}

/** Makes a bundle one that this process writes to, as its lock says. */
export function holdLock(bundle: string): void {
  const lock = join(dirname(bundle), `.${basename(bundle)}.lock`);
  writeFileSync(lock, JSON.stringify(nodeHost().process));
}
