import { decodeError, decodePromptAnswer } from "./answers.ts";
import { decodeContentBlock } from "./content-block.ts";
import type { ConversationEntry } from "./entry.ts";
import type { ConversationItem, OtherItem } from "./item.ts";
import { CompactionFold } from "./compaction-fold.ts";
import { MessageFold } from "./message-fold.ts";
import { RequestFold } from "./request-fold.ts";
import { TerminalFold } from "./terminal-fold.ts";
import { ToolFold } from "./tool-fold.ts";
import { decodeUpdate, type SessionUpdate } from "./update.ts";
import { listAt, member, objectAt, textAt } from "./values.ts";

/** Makes a thing of a conversation out of the lines that its entry names. */
export interface ItemFold {
  /** Which messages it has to be given: all, only the last one, or none: then `apply(undefined)` counts the lines. */
  readonly needs: "all" | "last" | "none";
  /** Takes the message of the entry's next line; undefined where the line has none. It does not throw. */
  apply(message: unknown): void;
  /** What it says after the messages so far; undefined before the first. */
  item(): ConversationItem | undefined;
}

/** Begins to read what a thing of a conversation says. Applied up to a line, it tells how it was after that line. */
export function createItemFold(entry: ConversationEntry): ItemFold {
  const { kind, role = "agent", outbound } = entry;
  switch (kind) {
    case "message":
      return new MessageFold(role);
    case "tool":
      return new ToolFold();
    case "terminal":
      return new TerminalFold();
    case "compaction":
      return new CompactionFold();
    case "replay":
      return new ReplayFold();
    case "permission":
    case "elicitation":
    case "file":
    case "call":
      return new RequestFold(kind, outbound);
    default:
      return new LastMessage(kind, outbound);
  }
}

class ReplayFold implements ItemFold {
  readonly needs = "none";
  #count = 0;

  apply(): void {
    this.#count += 1;
  }

  item(): ConversationItem {
    return { kind: "replay", count: this.#count };
  }
}

/** The last message is all that counts. */
class LastMessage implements ItemFold {
  readonly needs = "last";
  readonly #kind: ConversationEntry["kind"];
  readonly #outbound: boolean;
  #message: unknown;

  constructor(kind: ConversationEntry["kind"], outbound: boolean) {
    this.#kind = kind;
    this.#outbound = outbound;
  }

  apply(message: unknown): void {
    this.#message = message;
  }

  item(): ConversationItem {
    const message = this.#message;
    const outbound = this.#outbound;
    const params = objectAt(message, "params");
    const method = textAt(message, "method") ?? "";
    switch (this.#kind) {
      case "prompt":
        return { kind: "prompt", blocks: listAt(params, "prompt").map(decodeContentBlock) };
      case "end": {
        const error = decodeError(member(message, "error"));
        return { kind: "end", ...decodePromptAnswer(member(message, "result")), error };
      }
      case "notification":
        return { kind: "notification", method, outbound, params };
      case "other":
        return otherItem(message);
      default:
        return updateItem(decodeUpdate(objectAt(params, "update")), message);
    }
  }
}

function updateItem(update: SessionUpdate, message: unknown): ConversationItem {
  switch (update.kind) {
    case "plan":
      return { kind: "plan", entries: update.entries };
    case "notice": {
      const { severity, title = "", description } = update;
      return { kind: "notice", severity, title, description };
    }
    case "commands":
    case "mode":
    case "config":
    case "info":
    case "usage":
      return { kind: "state", update };
    default:
      return otherItem(message);
  }
}

function otherItem(message: unknown): OtherItem {
  const update = objectAt(objectAt(message, "params"), "update");
  const method = textAt(message, "method") ?? "";
  const name = textAt(update, "sessionUpdate") ?? method;
  return { kind: "other", name, value: method === "session/update" ? update : message };
}
