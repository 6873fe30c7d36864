import type { TraceEvent } from "@flow-bundle/schema";
import { expect, it } from "vitest";
import { MemoryHost } from "../testing/memory-host.ts";
import { begin, binding, complete, end, path, start, textOf } from "../testing/writing.ts";
import { openBundleForAppend } from "./open.ts";

it("tells every event that was written, whoever had it written, and in order", async () => {
  const host = new MemoryHost();
  const writer = await begin(host);
  const seen: TraceEvent[] = [];
  writer.observe((event, state) => {
    expect(state.upToSeq).toBe(event.seq);
    seen.push(event);
  });
  expect(seen.map(({ type }) => type)).toEqual(["run_started"]);
  await writer.session({ binding });
  await start(writer, "n#1");
  await writer.artifact("x", { announce: { nodeId: "n", attemptId: "n#1" } });
  await expect(start(writer, "n#2")).rejects.toThrow("is open");
  await end(writer, "n#1", { outcome: "failed", error: "x".repeat(20_000) });
  await complete(writer);
  await writer.close();
  const lines = (await textOf(host, "trace.ndjson")).trimEnd().split("\n");
  expect(seen.map((event) => JSON.stringify(event))).toEqual(lines);
  expect(seen.filter(({ type }) => type === "artifact_written")).toHaveLength(2);
});

it("tells nothing of what an earlier writer wrote", async () => {
  const host = new MemoryHost();
  await (await begin(host)).close();
  const writer = await openBundleForAppend(host, path);
  const seen: string[] = [];
  writer.observe(({ type }) => seen.push(type));
  await start(writer, "n#1");
  expect(seen).toEqual(["node_started"]);
  await writer.abandon();
});
