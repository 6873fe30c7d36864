import type { ContentBlock } from "./content-block.ts";
import { GrowingText } from "./growing-text.ts";
import type { ItemFold } from "./item-fold.ts";
import type { ConversationItem } from "./item.ts";
import { decodeUpdate, type Role } from "./update.ts";
import { objectAt } from "./values.ts";

/** Pieces of a message. */
export class MessageFold implements ItemFold {
  readonly needs = "all";
  readonly #role: Role;
  readonly #blocks: (GrowingText | ContentBlock)[] = [];

  constructor(role: Role) {
    this.#role = role;
  }

  apply(message: unknown): void {
    const update = decodeUpdate(objectAt(objectAt(message, "params"), "update"));
    if (update.kind === "chunk") addBlock(this.#blocks, update.block);
  }

  item(): ConversationItem {
    return { kind: "message", role: this.#role, blocks: this.#blocks.map(finished) };
  }
}

/** Adds a block; a text goes on with the text before it. */
export function addBlock(blocks: (GrowingText | ContentBlock)[], block: ContentBlock): void {
  const last = blocks.at(-1);
  if (block.type !== "text") blocks.push(block);
  else if (last instanceof GrowingText) last.add(block.text);
  else blocks.push(new GrowingText(block.text));
}

/** A block as others see it. */
export function finished(block: GrowingText | ContentBlock): ContentBlock {
  return block instanceof GrowingText ? { type: "text", text: block.toString() } : block;
}
