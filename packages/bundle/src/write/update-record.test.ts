import type { SessionRecord } from "@flow-bundle/schema";
import { expect, it } from "vitest";
import { MemoryHost } from "../testing/memory-host.ts";
import { begin, binding, path, textOf } from "../testing/writing.ts";
import type { NewMessage } from "./bundle-writer.ts";
import { openBundleForAppend } from "./open.ts";
import { recoverBundle } from "./recover.ts";

const initialize = { jsonrpc: "2.0", id: 0, method: "initialize", params: {} } as const;
const agent = { jsonrpc: "2.0", id: 0, result: { protocolVersion: 1 } } as const;
const handshake: NewMessage[] = [
  { direction: "outbound", message: initialize },
  { direction: "inbound", message: agent },
];
const prompt = {
  jsonrpc: "2.0",
  id: 1,
  method: "session/prompt",
  params: { sessionId: "s", prompt: [{ type: "text", text: "hello" }] },
} as const;
const recordFile = "sessions/main-1/record.json";

/** A run that was killed in the middle of a turn. */
async function killed(host: MemoryHost): Promise<void> {
  const writer = await begin(host);
  const session = await writer.session({ binding, messages: handshake });
  const known = JSON.parse(await textOf(host, recordFile)) as SessionRecord;
  await session.record({ ...known, closed: true, closedAt: known.createdAt, pid: 7 });
  await session.message({ direction: "outbound", message: prompt });
  await writer.abandon();
}

const derived = {
  lastSeq: 3,
  protocolVersion: 1,
  messages: [{ User: { id: "main-1#3", content: [{ Text: "hello" }] } }],
  // Nothing tells these but the record that there was.
  closed: true,
  pid: 7,
};

it("derives a record that lags behind when a run is recovered", async () => {
  const host = new MemoryHost();
  await killed(host);
  expect(await recoverBundle(host, path)).toMatchObject({ status: "failed" });
  expect(JSON.parse(await textOf(host, recordFile))).toMatchObject(derived);
});

it("derives it when the bundle is opened to go on", async () => {
  const host = new MemoryHost();
  await killed(host);
  const writer = await openBundleForAppend(host, path);
  expect(JSON.parse(await textOf(host, recordFile))).toMatchObject(derived);
  await writer.close();
});

it("derives one that was never written", async () => {
  const host = new MemoryHost();
  const first = await begin(host);
  await first.session({ binding, messages: handshake });
  await first.abandon();
  await (await openBundleForAppend(host, path)).close();
  expect(JSON.parse(await textOf(host, recordFile))).toMatchObject({ protocolVersion: 1 });
});

it("leaves a record alone that knows all events, whoever made it", async () => {
  const host = new MemoryHost();
  await killed(host);
  const writer = await openBundleForAppend(host, path);
  const [session] = writer.sessions;
  const known = JSON.parse(await textOf(host, recordFile)) as SessionRecord;
  await session?.record({ ...known, title: "by another producer" });
  await writer.close();
  await (await openBundleForAppend(host, path)).close();
  expect(JSON.parse(await textOf(host, recordFile))).toMatchObject({
    title: "by another producer",
  });
});
