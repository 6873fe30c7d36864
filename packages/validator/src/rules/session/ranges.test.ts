import type { SessionEvent } from "@flow-bundle/schema";
import { expect, it } from "vitest";
import type { ClaimedRange } from "../../engine/session-context.ts";
import { RangeCursor, RangeUnion } from "./ranges.ts";

function claim(attemptId: string, eventStartSeq: number, eventEndSeq: number): ClaimedRange {
  const range = { sessionId: "s", messageStart: 0, messageEnd: 0, eventStartSeq, eventEndSeq };
  return { attemptId, nodeId: "n", outcome: "ok", range, line: 1, seq: 1 };
}

function owners(claimed: readonly ClaimedRange[], seqs: readonly number[]): string {
  const cursor = new RangeCursor(claimed);
  const found = seqs.map((seq) => {
    const event = { seq, at: "", direction: "inbound", message: { jsonrpc: "2.0" } } as const;
    return cursor.next(event satisfies SessionEvent)?.attemptId ?? ".";
  });
  return found.join("");
}

const six = [1, 2, 3, 4, 5, 6];

it("tells the range of each event", () => {
  expect(owners([claim("a", 1, 2), claim("b", 4, 6)], six)).toBe("aa.bbb");
  expect(owners([], six)).toBe("......");
});

it("leaves out ranges that are empty, overlap, go back or end before they start", () => {
  const some = [claim("a", 1, 0), claim("b", 2, 4), claim("c", 4, 5), claim("d", 1, 1)];
  expect(owners([...some, claim("e", 9, 2), claim("f", 6, 99)], six)).toBe(".bbb.f");
});

it("tells nothing once seq is wrong", () => {
  expect(owners([claim("a", 1, 9)], [1, 2, 4, 5, 6])).toBe("aa...");
});

it("tells which events lie in any range, however the ranges lie", () => {
  const union = new RangeUnion([
    claim("b", 4, 5),
    claim("a", 1, 2),
    claim("c", 4, 4),
    claim("d", 6, 5),
  ]);
  expect(six.filter((seq) => union.has(seq))).toEqual([1, 2, 4, 5]);
});
