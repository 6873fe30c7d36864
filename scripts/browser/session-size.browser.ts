import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunningServer } from "../../packages/viewer/src/server/server.ts";
import { inRepository, openPage, runUrl, screenshot, startBrowser, startServer } from "./viewer.ts";

const turns = 500;
const perTurn = 200;
const total = turns * perTurn;

let context: BrowserContext;
let stopBrowser: () => Promise<void>;
let server: RunningServer;
const folder = mkdtempSync(join(tmpdir(), "viewer-session-size-"));

/** The message of an event, by its number from 0: a prompt, a tool call now and then, much text, an end. */
function messageOf(i: number): { readonly direction: string; readonly message: object } {
  const sessionId = "two-turn-session";
  const turn = Math.floor(i / perTurn) + 1;
  const at = i % perTurn;
  if (at === 0) {
    const prompt = [{ type: "text", text: `Prompt number ${turn}` }];
    const params = { sessionId, prompt };
    return { direction: "outbound", message: { id: turn, method: "session/prompt", params } };
  }
  if (at === perTurn - 1) {
    return { direction: "inbound", message: { id: turn, result: { stopReason: "end_turn" } } };
  }
  const tool = { toolCallId: `t${Math.floor(at / 10)}`, rawOutput: `output ${i} `.repeat(40) };
  const update =
    at % 10 === 0
      ? { sessionUpdate: "tool_call", title: `Call ${i}`, ...tool }
      : at % 10 === 1
        ? { sessionUpdate: "tool_call_update", status: "completed", ...tool }
        : { sessionUpdate: "agent_message_chunk", content: { type: "text", text: `word${i} ` } };
  const params = { sessionId, update };
  return { direction: "inbound", message: { method: "session/update", params } };
}

beforeAll(async () => {
  const bundle = join(folder, "long");
  cpSync(inRepository("fixtures/runs/two-turn"), bundle, { recursive: true });
  const sessions = join(bundle, "sessions");
  const start = Date.parse("2026-03-02T09:00:00.000Z");
  const lines = Array.from({ length: total }, (_, i) => {
    const { direction, message } = messageOf(i);
    const at = new Date(start + i).toISOString();
    const event = { seq: i + 1, at, direction, message: { jsonrpc: "2.0", ...message } };
    return `${JSON.stringify(event)}\n`;
  });
  writeFileSync(join(sessions, readdirSync(sessions)[0] ?? "", "events.ndjson"), lines.join(""));
  ({ context, stop: stopBrowser } = await startBrowser());
  server = await startServer([folder]);
});

afterAll(async () => {
  await server?.close();
  await stopBrowser?.();
  rmSync(folder, { recursive: true, force: true });
});

test("a session of 100,000 events", async () => {
  const { page, complaints } = await openPage(
    context,
    await runUrl(server, "long", "&tab=conversation&attempt=fix%231"),
  );
  const patient = { timeout: 50_000 };
  const status = page.locator(".conversation-status");
  await expect.poll(() => status.textContent(), patient).toMatch(/^100,000 events\. (?!Reading)/);
  const list = page.locator(".conversation-list");
  await list.getByText("Prompt number 1", { exact: true }).waitFor();
  await list.getByText("word2 word3 word4").waitFor();
  expect(await page.getByText(/new messages? below/).count()).toBe(0);
  for (const share of [0.25, 0.5, 0.75, 1]) {
    await list.evaluate((element, part) => {
      element.scrollTo(0, element.scrollHeight * part);
    }, share);
    await page.locator(".bubble[aria-busy=false]").first().waitFor();
    expect(await page.locator(".bubble").count()).toBeLessThan(80);
  }
  await expect
    .poll(async () => {
      await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
      return list.getByText(`word${total - 2}`).count();
    }, patient)
    .toBe(1);
  await screenshot(page, "conversation-100000");
  expect(complaints).toEqual([]);
  await page.close();
});
