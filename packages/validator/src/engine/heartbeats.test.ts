import { parseStrict } from "@flow-bundle/bundle";
import { loadValidators, type NodeHeartbeat } from "@flow-bundle/schema";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Heartbeats } from "./heartbeats.ts";

const options = { decoded: true, allowedDepth: 64 };
const validators = await loadValidators("1.1");
const check = validators.event("node_heartbeat");

const event = {
  seq: 7,
  at: "2026-03-02T09:15:05.014Z",
  runId: "run",
  scope: "node",
  type: "node_heartbeat",
  nodeId: "bench",
  attemptId: "bench#1",
  payload: { statusDetail: 'shell: "round 1"' },
};

/** What parsing makes of a line, if it is good. */
function parsed(text: string): NodeHeartbeat | undefined {
  const { value, problems } = parseStrict(text, options);
  const isGood = value !== undefined && problems.length === 0 && check(value).length === 0;
  return isGood ? (value as NodeHeartbeat) : undefined;
}

/** Reads a line after another one was learned, if that one is good. */
function readAfter(first: string, text: string): unknown {
  const heartbeats = new Heartbeats();
  const known = parsed(first);
  if (known !== undefined && known.type === "node_heartbeat") heartbeats.learn(first, known);
  return heartbeats.read(text);
}

describe("heartbeats like the one before", () => {
  const next = { ...event, seq: 100_000, at: "2026-12-31T23:59:59.999Z" };
  test.each([
    ["other times and texts", event, { ...next, payload: { statusDetail: "é \\ \n" } }],
    ["empty texts", event, { ...next, payload: { statusDetail: "" } }],
    ["no text", { ...event, payload: {} }, { ...next, payload: {} }],
  ])("%s", (_, first, second) => {
    expect(readAfter(JSON.stringify(first), JSON.stringify(second))).toEqual(second);
  });
});

describe("lines that have to be parsed", () => {
  const { payload, ...rest } = event;
  const line = JSON.stringify(event);
  test.each([
    ["another attempt", line.replace("bench#1", "bench#2")],
    ["another order", JSON.stringify({ payload, ...rest })],
    ["another member", JSON.stringify({ ...event, payload: { ...payload, more: 1 } })],
    ["no text", JSON.stringify({ ...event, payload: {} })],
    ["seq with a leading zero", line.replace('"seq":7', '"seq":07')],
    ["seq 0", line.replace('"seq":7', '"seq":0')],
    ["no seq", line.replace('"seq":7', '"seq":')],
    ["seq that is not exact", line.replace('"seq":7', '"seq":9007199254740993')],
    ["a fraction", line.replace('"seq":7', '"seq":7.5')],
    ["no such time", line.replace("T09:", "T29:")],
    ["a time with a quote", line.replace("09:15", '09"15')],
    ["an escaped surrogate", line.replace("round 1", "\\ud800")],
    ["a control character", line.replace("round", "rou\tnd")],
    ["a text that ends early", line.replace("round", 'rou"nd')],
    ["something behind it", `${line}}`],
    ["white space", line.replace(":7", ": 7")],
    ["an early end", line.slice(0, -1)],
    ["a duplicate key behind the text", line.replace(/\}\}$/, ',"statusDetail":"x"}}')],
  ])("%s", (_, text) => {
    expect(readAfter(line, text)).toBeUndefined();
  });

  test("a pattern is only made of what is written in the known form", () => {
    const twin = '"payload":{"statusDetail":"x"}';
    for (const first of [
      `${line.slice(0, -1)},"a\\"payload":{"statusDetail":"x"}}`,
      `{"seq":7,"at":"${event.at}",${twin},${line.slice(line.indexOf('"runId"'), line.indexOf(',"payload"'))},"x":{${twin}}}`,
      JSON.stringify(Object.fromEntries(Object.entries(event).toReversed())),
      JSON.stringify(event, null, 1),
    ]) {
      const second = first.replace(/"x"\}\}+$/, (end) => end.replace("x", "y"));
      expect(readAfter(first, second)).toBeUndefined();
    }
  });
});

test("patterns that are of no use are no longer made", () => {
  const heartbeats = new Heartbeats();
  const at = (attempt: number): string =>
    JSON.stringify(event).replace("bench#1", `bench#${attempt}`);
  for (let attempt = 0; attempt < 100; attempt += 1) {
    heartbeats.learn(at(attempt), JSON.parse(at(attempt)));
  }
  expect(heartbeats.read(at(99))).toBeUndefined();
});

test("whatever is read is what parsing reads", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom('"', "\\", '","payload":{"statusDetail":"', "}}", '"}}', "\\u0041", "\u2028"),
  );
  const beat = fc
    .record({
      seq: fc.integer({ min: 1, max: 2 ** 40 }),
      detail: fc.option(text),
      extra: fc.option(fc.tuple(text, fc.jsonValue({ maxDepth: 2 }))),
      last: fc.boolean(),
    })
    .map(({ seq, detail, extra, last }) => {
      const more = extra === null ? {} : Object.fromEntries([extra]);
      const payload = detail === null ? {} : { statusDetail: detail };
      const { payload: _, ...rest } = event;
      return JSON.stringify(
        last ? { ...rest, seq, ...more, payload } : { ...rest, seq, payload, ...more },
      );
    });
  const edits = fc.array(
    fc.tuple(
      fc.nat(),
      fc.constantFrom("", '"', "\\", "}", ",", "0", "7", "x", ":", "\n", '"payload":{}', "\ud800"),
      fc.nat(2),
    ),
    { maxLength: 2 },
  );
  let read = 0;
  fc.assert(
    fc.property(beat, fc.option(beat, { freq: 3 }), edits, (first, other, changes) => {
      let line = other ?? first;
      for (const [at, put, drop] of changes) {
        const i = at % (line.length + 1);
        line = line.slice(0, i) + put + line.slice(i + drop);
      }
      // Lines come from a decoder.
      fc.pre(line.isWellFormed());
      const value = readAfter(first, line);
      if (value === undefined) return;
      read += 1;
      expect(value).toEqual(parsed(line));
    }),
    { numRuns: 30_000 },
  );
  expect(read).toBeGreaterThan(1000);
});
