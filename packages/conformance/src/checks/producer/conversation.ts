import { readSessionRecord } from "@flow-bundle/bundle";
import { isObject } from "../../produce/evidence.ts";
import type { Evidence } from "../../produce/evidence.ts";
import { show } from "../show.ts";
import { anyAttempt, firstOf, producerCheck } from "./producer-check.ts";

/** The record of a session tells each turn: who said what. */
export const conversation = producerCheck({
  name: "conversation",
  title: "tells each turn in the record of its session",
  requirements: ["session-message-range", "session-record-derived"],
  says: anyAttempt(({ messages }) => messages !== undefined),
  compare: (comparison) =>
    firstOf(comparison, async ({ expected, outcome, place }) => {
      if (expected.messages === undefined) return undefined;
      const messages = await messagesOf(comparison.found, outcome["conversation"]);
      const kinds = messages.map(({ kind }) => kind);
      if (kinds.join() !== expected.messages.join()) {
        return {
          message: `${place} has other messages in the record`,
          expected: expected.messages.join(", "),
          found: kinds.join(", "),
        };
      }
      // That the record has all of it is required since 1.1: session-record-derived.
      if (comparison.found.version === "1.0") return undefined;
      for (const [kind, said] of [
        ["User", expected.prompt],
        ["Agent", expected.response],
      ] as const) {
        const found = messages
          .filter((message) => message.kind === kind)
          .map(({ text }) => text)
          .join("");
        if (said === undefined || found.trim() === said.trim()) continue;
        return {
          message: `in the record of ${place} the ${kind} says something else`,
          expected: show(said),
          found: show(found),
        };
      }
      return undefined;
    }),
});

/** A message of the record, `{"User": {"content": [{"Text": "…"}]}}`. */
interface Message {
  readonly kind: string;
  readonly text: string;
}

async function messagesOf({ source }: Evidence, range: unknown): Promise<readonly Message[]> {
  if (!isObject(range)) return [];
  const record = await readSessionRecord(source, String(range["sessionId"]));
  const messages = record.ok && isObject(record.value) ? record.value["messages"] : undefined;
  if (!Array.isArray(messages)) return [];
  return messages
    .slice(Number(range["messageStart"]), Number(range["messageEnd"]) + 1)
    .map((message: unknown) => {
      const [kind = "nothing", body] = isObject(message) ? (Object.entries(message)[0] ?? []) : [];
      return { kind, text: textOf(body) };
    });
}

function textOf(body: unknown): string {
  const content = isObject(body) ? body["content"] : undefined;
  if (!Array.isArray(content)) return "";
  return content
    .map((part: unknown) =>
      isObject(part) && typeof part["Text"] === "string" ? part["Text"] : "",
    )
    .join("");
}
