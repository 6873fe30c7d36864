import { createItemFold } from "../item-fold.ts";
import type { ConversationItem } from "../item.ts";
import { ConversationOutline } from "../outline.ts";

interface Event {
  readonly direction: unknown;
  readonly message: unknown;
}

/** A conversation whose messages are at hand. */
export class Conversation {
  readonly outline: ConversationOutline;
  readonly #messages: unknown[] = [];

  constructor(sessionId: string | undefined) {
    this.outline = new ConversationOutline(sessionId);
  }

  apply({ direction, message }: Event): void {
    this.#messages.push(message);
    this.outline.apply(this.#messages.length, direction, message);
  }

  out(message: object): this {
    this.apply({ direction: "outbound", message: { jsonrpc: "2.0", ...message } });
    return this;
  }

  in(message: object): this {
    this.apply({ direction: "inbound", message: { jsonrpc: "2.0", ...message } });
    return this;
  }

  update(update: unknown, sessionId: unknown = "s"): this {
    return this.in({ method: "session/update", params: { sessionId, update } });
  }

  /** What a thing says after a line. */
  item(index: number, line = Infinity): ConversationItem | undefined {
    const entry = this.outline.entries[index];
    if (entry === undefined) return undefined;
    const fold = createItemFold(entry);
    for (const own of entry.lines) if (own <= line) fold.apply(this.#messages[own - 1]);
    return fold.item();
  }

  /** What all of them say. */
  items(): (ConversationItem | undefined)[] {
    return this.outline.entries.map(({ index }) => this.item(index));
  }
}
