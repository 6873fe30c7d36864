import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { directorySource } from "../node/index.ts";
import { memorySource } from "../source/memory.ts";
import { openBundle } from "./open-bundle.ts";

const golden = (name: string) =>
  directorySource(fileURLToPath(new URL(`../../../../fixtures/valid/${name}`, import.meta.url)));

const manifest = {
  schema: "acpx.flow-run-bundle.v1",
  runId: "r",
  flowName: "f",
  startedAt: "2026-01-01T00:00:00.000Z",
  status: "running",
};
const event = (seq: number) =>
  `${JSON.stringify({ seq, type: "x", at: manifest.startedAt, payload: {} })}\n`;
const inMemory = (trace: string | Uint8Array, fields: object = {}) =>
  memorySource(
    "m",
    new Map([
      ["manifest.json", JSON.stringify({ ...manifest, ...fields })],
      ["trace.ndjson", trace],
    ]),
  );

async function read(trace: string | Uint8Array, fields?: object) {
  const bundle = await openBundle(inMemory(trace, fields));
  const seqs: number[] = [];
  for await (const { event } of bundle.trace) seqs.push(event.seq);
  return { seqs, torn: bundle.trace.torn };
}

describe("a golden bundle", () => {
  test("manifest, flow, projections", async () => {
    const bundle = await openBundle(golden("1.1-acp-two-turn"));
    expect(bundle.version).toBe("1.1");
    expect(bundle.manifest.status).toBe("completed");
    const flow = await bundle.flow();
    expect(flow.name).toBe(bundle.manifest.flowName);
    const run = await bundle.run();
    expect(run.runId).toBe(bundle.manifest.runId);
    expect((await bundle.live()).status).toBe("completed");
    expect(await bundle.steps()).toEqual(run.steps);
  });

  test("the fold, to the end and to an event", async () => {
    const bundle = await openBundle(golden("1.1-acp-two-turn"));
    expect((await bundle.fold()).view().status).toBe("completed");
    const early = (await bundle.fold(2)).view();
    expect(early).toMatchObject({ upToSeq: 2, status: "running" });
    const none = (await bundle.fold(0)).view();
    expect(none).toMatchObject({ upToSeq: 0, runId: bundle.manifest.runId });
  });

  test("the trace can be read again", async () => {
    const { trace } = await openBundle(golden("1.1-compute-branch"));
    const lines: number[] = [];
    for await (const { line } of trace) {
      lines.push(line);
      if (line === 2) break;
    }
    for await (const { line, byteOffset } of trace) {
      expect(byteOffset === 0).toBe(line === 1);
      lines.push(line);
    }
    expect(lines.slice(0, 4)).toEqual([1, 2, 1, 2]);
    expect(trace.torn).toBeUndefined();
  });
});

describe("the end of a trace", () => {
  test.each([
    ["a line without LF", `${event(1)}{"seq":2`, 2],
    ["a line that is not JSON", `${event(1)}{"seq":2\n`, 2],
    ["several bad lines", `${event(1)}\n{}\n[`, 2],
    ["bytes that are not UTF-8", Buffer.concat([Buffer.from(event(1)), Buffer.from([0xff])]), 2],
  ])("torn: %s", async (_, trace, line) => {
    const { seqs, torn } = await read(trace);
    expect(seqs).toEqual([1]);
    expect(torn).toMatchObject({ line, byteOffset: event(1).length, reason: expect.any(String) });
    const ended = read(trace, { status: "completed" });
    await expect(ended).rejects.toMatchObject({ code: "damaged", file: "trace.ndjson", line });
  });

  test("a whole event without LF does not count: it is torn, or damage when the run has ended", async () => {
    const trace = event(1) + event(2).trimEnd();
    expect(await read(trace)).toMatchObject({ seqs: [1], torn: { line: 2 } });
    const ended = read(trace, { status: "failed" });
    await expect(ended).rejects.toMatchObject({ code: "damaged", line: 2 });
  });

  test.each([
    ["too long", " ".repeat(64 * 1024 * 1024 + 1)],
    ["nested too deep", "[".repeat(1001)],
  ])("a whole line that is %s is refused, and no torn tail", async (_, line) => {
    const trace = `${event(1)}${line}`;
    await expect(read(`${trace}\n`)).rejects.toMatchObject({ code: "too-large", line: 2 });
    expect(await read(trace)).toMatchObject({ seqs: [1], torn: { line: 2 } });
  });

  test("a bad line with a good one after it is damage", async () => {
    await expect(read(`${event(1)}x\n${event(3)}`)).rejects.toMatchObject({
      code: "damaged",
      line: 2,
    });
  });

  test("whole, empty or not there yet", async () => {
    expect(await read(event(1) + event(2))).toEqual({ seqs: [1, 2], torn: undefined });
    expect(await read("")).toEqual({ seqs: [], torn: undefined });
    const source = memorySource("m", new Map([["manifest.json", JSON.stringify(manifest)]]));
    const fold = await (await openBundle(source)).fold();
    expect(fold.view()).toMatchObject({ upToSeq: 0, runId: "r" });
  });
});

const openWith = (content: string) =>
  openBundle(memorySource("m", new Map([["manifest.json", content]])));

describe("manifests that cannot be used", () => {
  test.each([
    ["{", "no-manifest"],
    ["[]", "unsupported"],
    ["{}", "unsupported"],
    ['{"schema":"acpx.flow-run-bundle.v2"}', "unsupported"],
    [JSON.stringify({ ...manifest, specVersion: "2.0" }), "unsupported"],
    [JSON.stringify({ ...manifest, specVersion: 1.1 }), undefined],
    [JSON.stringify({ ...manifest, runId: 1 }), "no-manifest"],
  ])("%s", async (content, code) => {
    const opened = openWith(content).then(
      () => undefined,
      (error: unknown) => (error as { code: string }).code,
    );
    expect(await opened).toBe(code);
  });

  test("none at all", async () => {
    const source = memorySource("m", new Map());
    await expect(openBundle(source)).rejects.toMatchObject({
      code: "no-manifest",
      file: "manifest.json",
    });
  });

  test("a later minor version is read as the newest known one", async () => {
    expect((await openWith(JSON.stringify({ ...manifest, specVersion: "1.7" }))).version).toBe(
      "1.1",
    );
    expect((await openWith(JSON.stringify({ ...manifest, specVersion: "1.0" }))).version).toBe(
      "1.0",
    );
    expect((await openWith(JSON.stringify(manifest))).version).toBe("1.0");
  });

  test("documents of the wrong type are damage", async () => {
    const bundle = await openBundle(
      memorySource(
        "m",
        new Map([
          ["manifest.json", JSON.stringify(manifest)],
          ["flow.json", "[]"],
          ["projections/steps.json", "{}"],
        ]),
      ),
    );
    await expect(bundle.flow()).rejects.toMatchObject({ code: "damaged", file: "flow.json" });
    await expect(bundle.steps()).rejects.toMatchObject({ code: "damaged" });
    await expect(bundle.run()).rejects.toMatchObject({
      code: "damaged",
      file: "projections/run.json",
    });
  });
});
