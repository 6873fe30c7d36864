import { memorySource } from "@flow-bundle/bundle";
import { loadValidators } from "@flow-bundle/schema";
import { describe, expect, test } from "vitest";
import { FollowedSession } from "../../session/testing/followed-session.ts";
import { TraceIndexer } from "../../trace/indexer.ts";
import { readTrace } from "../../trace/read-trace.ts";
import { TraceTable } from "../../trace/trace-table.ts";
import { brokenKind, placeOf, sessionEventLog, traceLog } from "./event-list.ts";
import { matcher, searchLines, type SearchState } from "./search.ts";

const all = { kind: "", attempt: undefined, lines: undefined, found: undefined };
const at = "2026-01-01T00:00:00.000Z";
const update = (text: string, seq: number): string =>
  JSON.stringify({
    seq,
    at,
    direction: "inbound",
    message: {
      jsonrpc: "2.0",
      method: "session/update",
      params: {
        sessionId: "s",
        update: { sessionUpdate: "agent_message_chunk", content: { type: "text", text } },
      },
    },
  });

describe("events of a session", () => {
  const lines = [update("one", 1), "{ broken", update("two", 3), "[]"];
  const source = memorySource("m", new Map([["e", `${lines.join("\n")}\n{"seq":5`]]));

  test("lines that cannot be used are told, and a torn one waits", async () => {
    const session = new FollowedSession("e", "s");
    await session.read(source, false);
    const { log } = session;
    expect(log.torn?.bytes).toBe(8);
    const events = sessionEventLog(log);
    expect(events.count).toBe(4);
    expect(events.row(1)).toMatchObject({
      kind: "agent_message_chunk",
      about: "one",
      problem: undefined,
    });
    expect(events.row(2)?.problem).toBe("The line is not JSON");
    expect([...(events.filter({ ...all, kind: brokenKind }) ?? [])]).toEqual([2, 4]);
    expect(events.kinds()).toEqual([{ kind: "agent_message_chunk", count: 2 }]);
    expect([...(events.filter({ ...all, lines: { first: 2, last: 3 } }) ?? [])]).toEqual([2, 3]);
    expect(events.filter(all)).toBeUndefined();
  });

  test("what grows gives the same as at once", async () => {
    const session = new FollowedSession("e", "s");
    const { log } = session;
    const bytes = new TextEncoder().encode(lines.join("\n"));
    for (const end of [10, 100, 200, bytes.length]) {
      const part = memorySource("m", new Map([["e", bytes.slice(0, end)]]));
      await session.read(part, end === bytes.length);
    }
    expect(log.count).toBe(4);
    expect(log.kinds).toEqual(["agent_message_chunk", "", "agent_message_chunk", ""]);
  });

  test("a search finds a text as it is and as JSON writes it", async () => {
    expect(matcher('say "hi"')(JSON.stringify({ a: 'SAY "HI"' }))).toBe(true);
    const states: SearchState[] = [];
    await searchLines(source, "e", "TWO", (state) => states.push(state) > 0);
    expect(states.at(-1)).toMatchObject({ found: [3], isDone: true, skipped: 0 });
  });
});

test("the trace as a log", async () => {
  const source = memorySource("m", new Map([["trace.ndjson", "{\n[]\n"]]));
  const table = new TraceTable();
  const indexer = new TraceIndexer(await loadValidators("1.1"), "1.1", undefined);
  await readTrace(source, indexer, false, (batch) => table.append(batch));
  const log = traceLog(table, undefined);
  expect(log.row(1)?.problem).toBe("The line is not JSON");
  expect([...(log.filter({ ...all, kind: brokenKind }) ?? [])]).toEqual([1, 2]);
  expect([...(log.filter({ ...all, found: [2] }) ?? [])]).toEqual([2]);
});

test("the place of a line", () => {
  expect(placeOf(undefined, 3, 5)).toBe(2);
  expect(placeOf(undefined, 6, 5)).toBe(-1);
  expect(placeOf(Uint32Array.of(2, 5, 9), 5, 9)).toBe(1);
  expect(placeOf(Uint32Array.of(2, 5, 9), 6, 9)).toBe(-1);
});
