import { expect, it } from "vitest";
import { MemoryHost } from "../testing/memory-host.ts";
import { path, binding, begin, codeOf, end, start, textOf } from "../testing/writing.ts";
import { openBundleForAppend } from "./open.ts";
import { recoverBundle } from "./recover.ts";

it.each([
  ["flow.json", "{}"],
  ["trace.ndjson", '{"seq":1}\n'],
  ["trace.ndjson", ""],
  ["sessions/main-1/binding.json", "null"],
  ["sessions/main-1/record.json", "null"],
])("does not continue or recover a bundle whose %s is %j", async (file, content) => {
  const host = new MemoryHost();
  const writer = await begin(host);
  await writer.session({ binding });
  await writer.close();
  const opened = await host.files.open(`${path}/${file}`, "new");
  await opened.write(Buffer.from(content));
  expect(await codeOf(recoverBundle(host, path))).toBe("damaged");
  expect(await host.files.exists("/runs/.r1.lock")).toBe(false);
});

it("does not continue bundles of 1.0", async () => {
  const host = new MemoryHost();
  const writer = await begin(host);
  await writer.close();
  const manifest = JSON.parse(await textOf(host, "manifest.json"));
  delete manifest.specVersion;
  const file = await host.files.open(`${path}/manifest.json`, "new");
  await file.write(Buffer.from(JSON.stringify(manifest)));
  expect(await codeOf(openBundleForAppend(host, path))).toBe("unsupported");
  expect(await codeOf(recoverBundle(host, path))).toBe("unsupported");
});

it.each([
  ["of another run", '"runId":"r1"', '"runId":"r2"'],
  ["that is not the next one", '"seq":2', '"seq":3'],
])("does not continue or recover a trace with an event %s", async (_, from, to) => {
  const host = new MemoryHost();
  const writer = await begin(host);
  await start(writer, "n#1");
  await writer.close();
  const [first, second = ""] = (await textOf(host, "trace.ndjson")).split("\n");
  const file = await host.files.open(`${path}/trace.ndjson`, "new");
  await file.write(Buffer.from(`${first}\n${second.replace(from, to)}\n`));
  expect(await codeOf(openBundleForAppend(host, path))).toBe("damaged");
  expect(await codeOf(recoverBundle(host, path))).toBe("damaged");
});

it("recovers a run that has just passed a checkpoint as one that waits", async () => {
  const host = new MemoryHost();
  const writer = await begin(host);
  await start(writer, "c#1", "c", "checkpoint");
  await end(writer, "c#1", {}, "c", "checkpoint");
  await writer.abandon();
  expect(await recoverBundle(host, path)).toEqual({ status: "waiting", wasFinished: false });
  const last = (await textOf(host, "trace.ndjson")).trimEnd().split("\n").at(-1) ?? "";
  expect(JSON.parse(last)).toMatchObject({
    type: "run_waiting",
    payload: { waitingOn: "c", attemptId: "c#1" },
  });
});
