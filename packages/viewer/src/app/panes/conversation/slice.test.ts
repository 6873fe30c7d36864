import { memorySource } from "@flow-bundle/bundle";
import { beforeAll, describe, expect, test } from "vitest";
import { FollowedSession } from "../../session/testing/followed-session.ts";
import type { AttemptRow } from "../../trace/batch.ts";
import { lineAtPosition, sliceOf } from "./slice.ts";

const start = Date.parse("2026-01-01T00:00:00.000Z");
const session = new FollowedSession("e", "s");
const { log } = session;
beforeAll(async () => {
  const lines = Array.from({ length: 10 }, (_, i) =>
    JSON.stringify({
      seq: i + 1,
      at: new Date(start + i * 1000).toISOString(),
      direction: "inbound",
      message: { jsonrpc: "2.0", method: "x" },
    }),
  );
  const source = memorySource("m", new Map([["e", lines.join("\n")]]));
  await session.read(source, true);
});

const attempt = {
  attemptId: "a#1",
  startedAt: start + 2500,
  finishedAt: start + 5000,
  sessionId: "main",
} as AttemptRow;
const range = { messageStart: 0, messageEnd: 1, eventStartSeq: 2, eventEndSeq: 4 };
const viewOf = (sessionId: string) =>
  ({ attemptId: "a#1", conversation: { sessionId, ...range } }) as Parameters<typeof sliceOf>[3];

describe("the slice of an attempt", () => {
  test("is what the record says", () => {
    expect(sliceOf(log, "main", attempt, viewOf("main"))).toEqual({
      attemptId: "a#1",
      first: 2,
      last: 4,
      isExact: true,
    });
    expect(sliceOf(log, "main", attempt, viewOf("other"))).toBeUndefined();
  });

  test("is told by the times where the record names none", () => {
    expect(sliceOf(log, "main", attempt, undefined)).toMatchObject({
      first: 4,
      last: 6,
      isExact: false,
    });
    expect(sliceOf(log, "other", attempt, undefined)).toBeUndefined();
  });
});

test("a session is shown up to the position of the replay", () => {
  expect(lineAtPosition(log, undefined)).toBe(10);
  expect(lineAtPosition(log, start + 4999)).toBe(5);
  expect(lineAtPosition(log, start - 1)).toBe(0);
  expect(lineAtPosition(log, Number.NaN)).toBe(0);
});
