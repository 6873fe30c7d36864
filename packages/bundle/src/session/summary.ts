import type { SessionMessage } from "./protocol.ts";
import { objectAt, textAt } from "./values.ts";

/** What a message is, in a few words: a method, the kind of an update, what is answered. */
export function messageName(decoded: SessionMessage): string {
  switch (decoded.kind) {
    case "request":
      return decoded.request.method;
    case "notification":
      return decoded.method;
    case "update":
      return decoded.update.name || "update without a kind";
    case "answer":
      return `${decoded.request.method} ${decoded.error === undefined ? "result" : "error"}`;
    case "stray":
      return `${decoded.error === undefined ? "result" : "error"} without a request`;
  }
}

/** The first words of what a message says; "" when it says nothing in words. */
export function messageWords(message: unknown, max = 120): string {
  const params = objectAt(message, "params");
  const update = objectAt(params, "update");
  const text =
    textAt(objectAt(update, "content"), "text") ??
    textAt(update, "title") ??
    textAt(update, "status") ??
    textAt(objectAt(params, "toolCall"), "title") ??
    textAt(params, "path") ??
    textAt(params, "command") ??
    textAt(params, "message") ??
    textAt(objectAt(message, "result"), "stopReason") ??
    textAt(objectAt(message, "error"), "message") ??
    "";
  return text.slice(0, max);
}
