import type { EntryHead, LoadedItem } from "./batch.ts";

/** Items that are kept: a few windows of them. */
const mostItems = 300;

interface Kept {
  readonly key: number;
  readonly item: LoadedItem;
}

/** What was read of the things of a conversation: those in the window, and some that were in it. */
export class ItemCache {
  readonly #read: (indices: readonly number[], line: number) => Promise<readonly LoadedItem[]>;
  /** By index; the one that came last comes last. */
  readonly #kept = new Map<number, Kept>();
  /** What is under way, by index. */
  readonly #asked = new Map<number, number>();

  constructor(read: (indices: readonly number[], line: number) => Promise<readonly LoadedItem[]>) {
    this.#read = read;
  }

  /** A thing as it was read last, which may have been at another line. */
  get(index: number): LoadedItem | undefined {
    return this.#kept.get(index)?.item;
  }

  /** Reads those that are not known as they are at a line. Tells whether any was read. */
  async load(entries: readonly EntryHead[], line: number): Promise<boolean> {
    const missing = entries.filter((entry) => {
      const key = keyOf(entry, line);
      return this.#kept.get(entry.index)?.key !== key && this.#asked.get(entry.index) !== key;
    });
    if (missing.length === 0) return false;
    for (const entry of missing) this.#asked.set(entry.index, keyOf(entry, line));
    const items = await this.#read(
      missing.map(({ index }) => index),
      line,
    );
    const keys = new Map(missing.map((entry) => [entry.index, keyOf(entry, line)]));
    for (const item of items) {
      const key = keys.get(item.index) ?? 0;
      if (this.#asked.get(item.index) === key) this.#asked.delete(item.index);
      this.#kept.delete(item.index);
      this.#kept.set(item.index, { key, item });
    }
    for (const old of this.#kept.keys()) {
      if (this.#kept.size <= mostItems) break;
      this.#kept.delete(old);
    }
    return true;
  }
}

/** A thing is the same at all lines from its last one on. */
function keyOf({ last }: EntryHead, line: number): number {
  return Math.min(last, line);
}
