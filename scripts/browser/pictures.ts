// node scripts/browser/pictures.ts: takes the pictures of docs/viewer.md anew. Look at them before they are committed.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { inRepository, openPage, runUrl, startBrowser, startServer } from "./viewer.ts";

interface Picture {
  readonly file: string;
  /** A folder in fixtures/runs or fixtures/valid; absent: the list of runs. */
  readonly run?: string;
  readonly query?: string;
  readonly dark?: boolean;
  prepare?(page: Page): Promise<unknown>;
}

const pictures: readonly Picture[] = [
  { file: "runs" },
  { file: "failed", run: "1.1-acp-failed" },
  { file: "conversation", run: "two-turn", query: "&attempt=fix%231&tab=conversation" },
  { file: "replay", run: "triage", query: "&at=34", dark: true },
  { file: "events", run: "two-turn", query: "&attempt=fix%231&tab=events&event=8" },
  {
    file: "artifacts",
    run: "triage",
    query:
      "&attempt=collect%231&tab=artifacts&artifact=artifacts%2Fsha256-041dc6863ff34c6019a3ed4a595c5b7e3984d8c35dd172681b6de53a5f149380.json",
  },
  { file: "trust", run: "two-turn", query: "&tab=trust" },
];

const folder = inRepository("docs/images/viewer");
mkdirSync(folder, { recursive: true });
const server = await startServer(["fixtures/runs", "fixtures/valid"]);
const browser = await startBrowser();
for (const { file, run, query, dark = false, prepare } of pictures) {
  const url = run === undefined ? server.url : await runUrl(server, run, query);
  const { page, complaints } = await openPage(browser.context, url);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" });
  await prepare?.(page);
  // What a picture shows is read and drawn by workers; one that is taken too early is seen when it is looked at.
  await page.waitForTimeout(3000);
  await page.screenshot({ path: join(folder, `${file}.png`) });
  if (complaints.length > 0) console.error(file, complaints);
  await page.close();
}
await browser.stop();
await server.close();
