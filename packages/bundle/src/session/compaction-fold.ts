import type { ContentBlock } from "./content-block.ts";
import type { GrowingText } from "./growing-text.ts";
import type { ItemFold } from "./item-fold.ts";
import type { ConversationItem } from "./item.ts";
import { addBlock, finished } from "./message-fold.ts";
import { decodeUpdate } from "./update.ts";
import { objectAt } from "./values.ts";

/** How the agent makes its context smaller. */
export class CompactionFold implements ItemFold {
  readonly needs = "all";
  #status: string | undefined;
  #error: string | undefined;
  #summary: (GrowingText | ContentBlock)[] = [];

  apply(message: unknown): void {
    const update = decodeUpdate(objectAt(objectAt(message, "params"), "update"));
    if (update.kind === "compaction-summary") addBlock(this.#summary, update.block);
    if (update.kind !== "compaction") return;
    this.#status = update.status ?? this.#status;
    this.#error = update.error ?? this.#error;
    if (update.summary !== undefined) this.#summary = [...update.summary];
  }

  item(): ConversationItem {
    const summary = this.#summary.map(finished);
    return { kind: "compaction", status: this.#status, summary, error: this.#error };
  }
}
