import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createFold, memorySource, openBundle, parseStrict, readLines } from "@flow-bundle/bundle";
import { directorySource } from "@flow-bundle/bundle/node";
import { loadValidators, type RunView, type TraceEvent } from "@flow-bundle/schema";
import { describe, expect, test } from "vitest";
import { TraceIndexer } from "./indexer.ts";
import { readTrace } from "./read-trace.ts";
import { outcomeAt, TraceTable } from "./trace-table.ts";

const fixtures = fileURLToPath(new URL("../../../../../fixtures/", import.meta.url));
const folders = (path: string): string[] =>
  readdirSync(fixtures + path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${path}/${name}`);

const bundles = [
  ...folders("valid"),
  ...folders("warn"),
  ...folders("third-party").flatMap((version) => folders(version)),
].filter((path) =>
  ["manifest.json", "trace.ndjson"].every((file) => existsSync(`${fixtures}${path}/${file}`)),
);

describe("the state at each line is what folding up to it gives", () => {
  test.each(bundles)("%s", async (path) => {
    const bundle = await openBundle(directorySource(fixtures + path));
    const validators = await loadValidators(bundle.version);
    const indexer = new TraceIndexer(validators, bundle.version, bundle.manifest);
    const table = new TraceTable();
    await readTrace(bundle.source, indexer, true, (batch) => table.append(batch));
    const fold = createFold({ version: bundle.version, run: bundle.manifest });
    expect(plain(indexer.view(-1))).toEqual(plain(fold.view()));
    let row = 0;
    for await (const { lines, unterminated } of readLines(bundle.source, "trace.ndjson")) {
      for (const { text } of unterminated ? lines.slice(0, -1) : lines) {
        const event = parseStrict(text).value as TraceEvent | undefined;
        const isRight = event !== undefined && validators.event(event.type)(event).length === 0;
        if (isRight) fold.apply(event);
        const view = fold.view();
        expect(plain(indexer.view(row))).toEqual(plain(view));
        const state = table.stateAt(row);
        expect(state?.status ?? "running").toBe(view.status);
        expect(state?.waitingOn).toBe(view.waitingOn);
        expect(state?.statusDetail).toBe(fold.waiting === null ? undefined : fold.statusDetail);
        expect(table.attemptCountAt(row)).toBe(view.attempts.length);
        for (const { attemptId, outcome } of view.attempts) {
          const attempt = table.attempt(attemptId);
          expect(attempt && outcomeAt(attempt, row)).toBe(outcome ?? "open");
        }
        row += 1;
      }
    }
    expect(table.rowCount).toBe(row);
  });
});

function changesOf(table: TraceTable): unknown[] {
  return Array.from({ length: table.rowCount }, (_, row) => table.stateAt(row));
}

function plain(view: RunView): unknown {
  return JSON.parse(JSON.stringify(view));
}

describe("a trace that grows", () => {
  const path = `${fixtures}valid/1.1-retry-loop`;

  test("in pieces it gives the same as at once", async () => {
    const whole = directorySource(path);
    const bytes = await whole.read("trace.ndjson", 1e6);
    const validators = await loadValidators("1.1");
    const indexer = new TraceIndexer(validators, "1.1", undefined);
    const table = new TraceTable();
    for (let end = 0; end <= bytes.length + 400; end += 400) {
      const files = new Map([["trace.ndjson", bytes.slice(0, end)]]);
      const grown = memorySource("m", files);
      const { torn } = await readTrace(grown, indexer, false, (batch) => table.append(batch));
      expect(indexer.endOffset + (torn?.bytes ?? 0)).toBe(Math.min(end, bytes.length));
    }
    const once = new TraceIndexer(validators, "1.1", undefined);
    const other = new TraceTable();
    await readTrace(whole, once, true, (batch) => other.append(batch));
    expect(indexer.view(table.lastRow)).toEqual(once.view(other.lastRow));
    expect(table.attempts).toEqual(other.attempts);
    expect(changesOf(table)).toEqual(changesOf(other));
    expect(Array.from({ length: table.rowCount }, (_, i) => table.row(i))).toEqual(
      Array.from({ length: other.rowCount }, (_, i) => other.row(i)),
    );
  });
});

describe("lines that cannot be used", () => {
  test("they are counted, named and passed over", async () => {
    const good = '{"seq":1,"at":"2026-01-01T00:00:00.000Z"}';
    const lines = ["{", "[]", '{"seq":1,"type":"run_completed","payload":{}}', good, "\u0000"];
    const source = memorySource("m", new Map([["trace.ndjson", `${lines.join("\n")}\n`]]));
    const indexer = new TraceIndexer(await loadValidators("1.1"), "1.1", undefined);
    const table = new TraceTable();
    await readTrace(source, indexer, false, (batch) => table.append(batch));
    const problems = Array.from({ length: table.rowCount }, (_, i) => table.row(i)?.problem);
    expect(problems).toEqual([
      "not-json",
      "not-an-event",
      "against-schema",
      "not-an-event",
      "not-json",
    ]);
    expect(table.problemCount).toBe(5);
    expect(indexer.view(4).status).toBe("running");
  });

  test("a last line without LF waits, and is left out and told of a run that has ended", async () => {
    const bytes = await directorySource(`${fixtures}valid/1.1-retry-loop`).read(
      "trace.ndjson",
      1e6,
    );
    const source = memorySource("m", new Map([["trace.ndjson", bytes.slice(0, -1)]]));
    const read = async (ended: boolean) => {
      const indexer = new TraceIndexer(await loadValidators("1.1"), "1.1", undefined);
      const end = await readTrace(source, indexer, ended, () => undefined);
      return { ...end, rows: indexer.rowCount, status: indexer.view(14).status };
    };
    const before = { rows: 14, status: "running" };
    expect(await read(true)).toEqual({
      ...before,
      torn: { offset: bytes.lastIndexOf(10, -2) + 1, bytes: expect.any(Number), waits: false },
      failure: undefined,
    });
    expect(await read(false)).toMatchObject({
      ...before,
      torn: { bytes: expect.any(Number), waits: true },
      failure: undefined,
    });
  });

  test("a missing trace is a failure of a run that has ended", async () => {
    const indexer = new TraceIndexer(await loadValidators("1.1"), "1.1", undefined);
    const read = (ended: boolean) =>
      readTrace(memorySource("m", new Map()), indexer, ended, () => undefined);
    expect((await read(true)).failure).toBe("There is no such file");
    expect((await read(false)).failure).toBeUndefined();
  });
});
