import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serve, type RunningServer } from "../../packages/viewer/src/server/server.ts";
import { inRepository, openPage, runUrl, screenshot, startBrowser } from "./viewer.ts";

let context: BrowserContext;
let stopBrowser: () => Promise<void>;
let server: RunningServer;
let folder: string;

const head = { runId: "r", flowName: "f", startedAt: "2026-01-01T00:00:00.000Z" };
const manifest = {
  schema: "acpx.flow-run-bundle.v1",
  specVersion: "1.1",
  status: "failed",
  ...head,
};
const flow = { nodes: { a: { nodeType: "compute" } }, edges: [], startAt: "a" };

/** Bundles that are broken in one way each, and a text that has to be on the page. */
const broken: readonly [string, Record<string, string>, string][] = [
  ["no-manifest", { "flow.json": JSON.stringify(flow) }, "manifest.json: There is no such file"],
  ["manifest-is-text", { "manifest.json": "hello" }, "manifest.json:"],
  ["manifest-is-null", { "manifest.json": "null" }, "Expected schema"],
  ["other-format", { "manifest.json": '{"schema":"x"}' }, "Expected schema"],
  [
    "nothing-else",
    { "manifest.json": JSON.stringify(manifest) },
    "flow.json: There is no such file",
  ],
  [
    "flow-of-nonsense",
    {
      "manifest.json": JSON.stringify(manifest),
      "flow.json":
        '{"nodes":{"a":null,"b":7,"__proto__":[]},"edges":[null,{"from":1},{"from":"a","to":"zz"},{"from":"b","switch":{"cases":{"x":{}}}}],"startAt":{}}',
      "trace.ndjson": "",
    },
    "not in the definition",
  ],
  [
    "trace-of-nonsense",
    {
      "manifest.json": JSON.stringify(manifest),
      "flow.json": JSON.stringify(flow),
      "trace.ndjson":
        'x\n\n[]\n{"seq":1}\n{"seq":"1","type":{},"payload":[]}\n{"seq":1,"type":"run_started","payload":null}\n',
    },
    "6 of 6 lines cannot be used",
  ],
  [
    "trace-is-a-folder",
    { "manifest.json": JSON.stringify(manifest), "trace.ndjson/x": "" },
    "trace.ndjson: This is a folder",
  ],
];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "viewer-broken-"));
  for (const [name, files] of broken) {
    for (const [path, content] of Object.entries(files)) {
      const file = join(folder, name, path);
      mkdirSync(join(file, ".."), { recursive: true });
      writeFileSync(file, content);
    }
  }
  ({ context, stop: stopBrowser } = await startBrowser());
  server = await serve({
    paths: [folder, inRepository("fixtures/warn")],
    app: inRepository("packages/viewer/dist/app"),
  });
});

afterAll(async () => {
  await server?.close();
  await stopBrowser?.();
  rmSync(folder, { recursive: true, force: true });
});

describe("a broken bundle gives a page that says what is wrong", () => {
  test.each(broken)("%s", async (name, _, text) => {
    const { page, complaints } = await openPage(context, await runUrl(server, name));
    await page.getByText(text, { exact: false }).first().waitFor();
    await page.getByRole("tab").first().waitFor();
    expect(await page.getByText("cannot be shown", { exact: false }).count()).toBeLessThan(2);
    expect(await page.getByText("fault of the viewer").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("in the list they are said to be unreadable", async () => {
    const { page, complaints } = await openPage(context, server.url);
    await page.getByText("cannot be read").first().waitFor();
    await screenshot(page, "runs-broken");
    expect(complaints).toEqual([]);
    await page.close();
  });
});

test("a torn trace", async () => {
  const { page, complaints } = await openPage(context, await runUrl(server, "1.1-torn"));
  await page.getByText("The last line is half written", { exact: false }).waitFor();
  await screenshot(page, "torn");
  expect(complaints).toEqual([]);
  await page.close();
});

test("an address that names nothing", async () => {
  const { page } = await openPage(context, `${server.url}?run=nothing`);
  const reason = page.getByText("There is no such run here", { exact: false });
  await expect.poll(() => reason.count()).toBe(1);
  await page.close();
});
