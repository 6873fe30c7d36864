import type { SessionRecord } from "@flow-bundle/schema";
import { expect, it } from "vitest";
import { fixturesIn } from "../testing/fixtures.ts";
import { sessionsOf } from "../testing/sessions.ts";
import { createRecordFold, recordFacts } from "./record-fold.ts";

// What acpx 0.19.1 made of the same messages. It keeps the last 200, and notes a prompt that it could not send.

const sessions = fixturesIn("third-party/acpx-0.19.1").flatMap(sessionsOf);
const notSent = /\/(?:agent-missing|no-load-two-turn)\//;
const keys = ["title", "cumulative_token_usage", "request_token_usage", "lastSeq"] as const;

it.each(sessions)("$name", ({ name, binding, events, record }) => {
  const fold = createRecordFold(binding);
  // The record of a killed run lags behind.
  for (const event of events.slice(0, record.lastSeq)) fold.apply(event);
  const folded = fold.record(recordFacts(record));
  expect(folded.messages).toHaveLength(fold.messageCount);
  const theirs = notSent.test(name) ? record.messages.slice(0, -1) : record.messages;
  expect(withoutIds(folded.messages.slice(-200))).toEqual(withoutIds(theirs));
  expect(folded.acpx).toEqual(record.acpx ?? {});
  for (const key of keys) expect(folded[key]).toEqual(record[key]);
  expect(folded.lastRequestId).toBe(record.lastRequestId ?? folded.lastRequestId);
});

/** Ids of messages are random there. */
function withoutIds(messages: SessionRecord["messages"]): unknown[] {
  return messages.map((message) =>
    typeof message === "object" && message.User !== undefined
      ? { User: { ...message.User, id: "" } }
      : message,
  );
}
