import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunningServer } from "../../packages/viewer/src/server/server.ts";
import { inRepository, openPage, runUrl, screenshot, startBrowser, startServer } from "./viewer.ts";

/** Other tests may be running. */
const patient = { timeout: 20_000 };

let context: BrowserContext;
let stopBrowser: () => Promise<void>;
let server: RunningServer;
let folder: string;
let events: string;
let seq: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "viewer-session-live-"));
  const bundle = join(folder, "live-session");
  cpSync(inRepository("fixtures/runs/two-turn"), bundle, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(bundle, "manifest.json"), "utf8")) as object;
  writeFileSync(
    join(bundle, "manifest.json"),
    JSON.stringify({ ...manifest, status: "running", finishedAt: undefined }),
  );
  // The run is in its first attempt.
  const trace = readFileSync(join(bundle, "trace.ndjson"), "utf8").split("\n");
  writeFileSync(join(bundle, "trace.ndjson"), `${trace.slice(0, 6).join("\n")}\n`);
  const sessions = join(bundle, "sessions");
  events = join(sessions, readdirSync(sessions)[0] ?? "", "events.ndjson");
  seq = 70;
  const lines = readFileSync(events, "utf8").split("\n");
  writeFileSync(events, `${lines.slice(0, seq).join("\n")}\n`);
  ({ context, stop: stopBrowser } = await startBrowser());
  server = await startServer([folder]);
});

afterAll(async () => {
  await server?.close();
  await stopBrowser?.();
  rmSync(folder, { recursive: true, force: true });
});

/** A line with the next piece of what the agent says. */
function said(text: string): string {
  seq += 1;
  const update = { sessionUpdate: "agent_message_chunk", content: { type: "text", text } };
  const params = { sessionId: "two-turn-session", update };
  const message = { jsonrpc: "2.0", method: "session/update", params };
  const at = new Date(Date.parse("2026-03-02T09:00:05.000Z") + seq * 10).toISOString();
  return `${JSON.stringify({ seq, at, direction: "inbound", message })}\n`;
}

async function scrollTop(page: Page): Promise<number> {
  return page.locator(".conversation-list").evaluate((list) => list.scrollTop);
}

async function scrollTo(page: Page, place: "start" | "end"): Promise<void> {
  await page.locator(".conversation-list").evaluate((list, to) => {
    list.scrollTo(0, to === "end" ? list.scrollHeight : 300);
  }, place);
}

test("a conversation grows while it is being read, and the reader stays where they are", async () => {
  const url = await runUrl(server, "live-session", "&tab=conversation");
  const { page, complaints } = await openPage(context, url);
  // Where files are read from.
  const ranges: number[] = [];
  page.on("request", (request) => {
    const range = /^bytes=(\d+)-/.exec(request.headers()["range"] ?? "");
    if (range !== null) ranges.push(Number(range[1]));
  });
  const status = page.locator(".conversation-status");
  await expect.poll(() => status.textContent(), patient).toContain("70 events");
  const list = page.getByRole("region", { name: "Conversation" });

  // The text that is in view grows.
  await expect
    .poll(async () => {
      await scrollTo(page, "end");
      return list.getByText("I mended").count();
    }, patient)
    .toBe(1);
  appendFileSync(events, said(" and then some more"));
  await list.getByText("and then some more").waitFor();

  // Half a line waits, and is told once when the rest comes.
  const half = said(" of the second half");
  appendFileSync(events, half.slice(0, 60));
  await page.getByText("The last line of the session is half written (60 B)").waitFor();
  expect(await list.getByText("of the second half").count()).toBe(0);
  appendFileSync(events, half.slice(60));
  await list.getByText("and then some more of the second half").waitFor();
  await expect.poll(() => page.getByText("half written").count(), patient).toBe(0);

  // Further up nothing moves, and what is new is told.
  await scrollTo(page, "start");
  await page.waitForTimeout(500);
  const before = await scrollTop(page);
  const first = await list.locator(".bubble").first().textContent();
  const size = readFileSync(events).length;
  ranges.length = 0;
  const update = { sessionUpdate: "notice", severity: "warning", title: "Nearly full" };
  for (let i = 0; i < 12; i++) {
    const line = said("");
    const { message, ...event } = JSON.parse(line) as { message: { params: object } };
    const params = { ...message.params, update };
    appendFileSync(events, `${JSON.stringify({ ...event, message: { ...message, params } })}\n`);
  }
  await page.getByRole("button", { name: "12 new messages below" }).waitFor();
  expect(await scrollTop(page)).toBe(before);
  expect(await list.locator(".bubble").first().textContent()).toBe(first);
  // Reading went on where it had ended.
  expect(ranges).toContain(size);
  await screenshot(page, "conversation-live");
  await page.getByRole("button", { name: "12 new messages below" }).click();
  await list.getByText("Nearly full").last().waitFor();
  await expect.poll(() => page.getByText(/new messages? below/).count(), patient).toBe(0);
  expect(complaints).toEqual([]);
  await page.close();
});
