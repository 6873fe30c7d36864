import { isDeepStrictEqual } from "node:util";
import { readSessionEvents } from "@flow-bundle/bundle";
import { isObject } from "../../produce/evidence.ts";
import type { Evidence, Loose } from "../../produce/evidence.ts";
import { show } from "../show.ts";
import { anyAttempt, firstOf, producerCheck } from "./producer-check.ts";

/** The messages of a turn are those that went over the wire. */
export const wire = producerCheck({
  name: "wire",
  title: "records the messages of each turn: the prompt as it was sent, and how the turn ended",
  requirements: ["session-range-end", "session-events-complete", "session-range-attribution"],
  says: anyAttempt(({ blocks, stopReason }) => blocks !== undefined || stopReason !== undefined),
  compare: (comparison) =>
    firstOf(comparison, async ({ expected: { blocks, stopReason }, outcome, place }) => {
      if (blocks === undefined && stopReason === undefined) return undefined;
      const messages = await messagesOf(comparison.found, outcome["conversation"]);
      const request = messages.find(
        ({ direction, message }) =>
          direction === "outbound" && message["method"] === "session/prompt",
      );
      const params = request?.message["params"];
      if (!isObject(params)) {
        return { message: `${place} has no session/prompt in its range of messages` };
      }
      if (blocks !== undefined && !isDeepStrictEqual(params["prompt"], blocks)) {
        return {
          message: `${place} sent another prompt`,
          expected: show(blocks, 400),
          found: show(params["prompt"], 400),
        };
      }
      if (stopReason === undefined) return undefined;
      const response = messages.findLast(
        ({ direction, message }) =>
          direction === "inbound" &&
          message["id"] === request?.message["id"] &&
          message["method"] === undefined,
      );
      const result = response?.message["result"];
      const found = isObject(result) ? result["stopReason"] : undefined;
      if (found === stopReason) return undefined;
      return {
        message: `the turn of ${place} ended otherwise`,
        expected: stopReason,
        found: JSON.stringify(found) ?? "nothing",
      };
    }),
});

interface Message {
  readonly direction: unknown;
  readonly message: Loose;
}

async function messagesOf({ source }: Evidence, range: unknown): Promise<readonly Message[]> {
  if (!isObject(range)) return [];
  const { sessionId, eventStartSeq: first, eventEndSeq: last } = range;
  if (typeof first !== "number" || typeof last !== "number") return [];
  const messages: Message[] = [];
  try {
    for await (const { event } of readSessionEvents(source, String(sessionId), { first, last })) {
      const { direction, message } = event;
      if (isObject(message)) messages.push({ direction, message });
    }
  } catch {
    // A session whose events cannot be read has none.
  }
  return messages;
}
