import type { ItemFold } from "./item-fold.ts";
import type { ConversationItem } from "./item.ts";
import { updatedToolCall, type ToolCall } from "./tool-call.ts";
import { decodeUpdate } from "./update.ts";
import { objectAt } from "./values.ts";

/** A tool call and its updates. */
export class ToolFold implements ItemFold {
  readonly needs = "all";
  readonly #terminalIds = new Set<string>();
  #call: ToolCall | undefined;

  apply(message: unknown): void {
    const update = decodeUpdate(objectAt(objectAt(message, "params"), "update"));
    if (update.kind !== "tool") return;
    this.#call = updatedToolCall(update.id, this.#call, update.value);
    for (const part of this.#call.content) {
      if (part.type === "terminal") this.#terminalIds.add(part.terminalId);
    }
  }

  item(): ConversationItem | undefined {
    const call = this.#call;
    return call && { kind: "tool", call, terminalIds: [...this.#terminalIds] };
  }
}
