import { describe, expect, it } from "vitest";
import { goldenFixtures } from "../testing/fixtures.ts";
import { sessionsOf } from "../testing/sessions.ts";
import { createRecordFold, recordFacts } from "./record-fold.ts";

const sessions = goldenFixtures().flatMap(sessionsOf);

describe.each(sessions)("$name", ({ binding, events, record, ranges }) => {
  it("has the record that follows from its events", () => {
    const fold = createRecordFold(binding);
    for (const event of events.slice(0, record.lastSeq)) fold.apply(event);
    expect(fold.record(recordFacts(record))).toEqual(record);
  });

  it("has the message ranges that follow from the event ranges", () => {
    const fold = createRecordFold(binding);
    for (const { eventStartSeq, eventEndSeq, messageStart, messageEnd } of ranges) {
      for (const event of events.slice(fold.lastSeq, eventEndSeq)) fold.apply(event);
      expect(fold.messagesFrom(eventStartSeq)).toEqual({ messageStart, messageEnd });
    }
  });
});
