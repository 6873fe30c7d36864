import { expect, it } from "vitest";
import { MemoryHost } from "../testing/memory-host.ts";
import { binding, begin, textOf, codeOf } from "../testing/writing.ts";

it("refuses a message that is none, and goes on", async () => {
  const host = new MemoryHost();
  const writer = await begin(host);
  const session = await writer.session({ binding });
  const bad = { direction: "inbound", message: { id: 1n } } as never;
  expect(await codeOf(session.message(bad))).toBe("refused");
  const cyclic: { jsonrpc: "2.0"; self?: unknown } = { jsonrpc: "2.0" };
  cyclic.self = cyclic;
  expect(await codeOf(session.message({ direction: "inbound", message: cyclic }))).toBe("refused");
  await session.message({ direction: "inbound", message: { jsonrpc: "2.0", method: "\ud800" } });
  expect(await textOf(host, "sessions/main-1/events.ndjson")).toContain("\\ud800");
  expect(session.lastSeq).toBe(1);
  await writer.close();
});
