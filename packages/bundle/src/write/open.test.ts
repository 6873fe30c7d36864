import { expect, it } from "vitest";
import { MemoryHost } from "../testing/memory-host.ts";
import { path, binding, begin, textOf, codeOf } from "../testing/writing.ts";
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
