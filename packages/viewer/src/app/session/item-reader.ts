import { parseStrict, SourceError } from "@flow-bundle/bundle";
import {
  createItemFold,
  type ConversationEntry,
  type ItemFold,
  type TerminalItem,
} from "@flow-bundle/bundle/session";
import type { LoadedItem } from "./batch.ts";
import { countUpTo } from "../sorted/partition-point.ts";
import type { LineReader } from "./line-reader.ts";
import { maxLineBytes, type SessionIndexer } from "./session-indexer.ts";

/** Folds that are kept, so that what grows is not read from its start again. */
const mostFolds = 100;

interface Kept {
  readonly fold: ItemFold;
  /** Number of lines that it has. */
  applied: number;
}

/** Reads what things of a conversation say, each from its own lines. */
export class ItemReader {
  readonly #indexer: SessionIndexer;
  readonly #lines: LineReader;
  /** By index; the one that was used last comes last. */
  readonly #kept = new Map<number, Kept>();

  constructor(indexer: SessionIndexer, lines: LineReader) {
    this.#indexer = indexer;
    this.#lines = lines;
  }

  /** A thing as it was after a line; undefined when it is not there. */
  async read(index: number, line: number): Promise<LoadedItem | undefined> {
    const { entries } = this.#indexer.outline;
    const entry = entries[index];
    if (entry === undefined) return undefined;
    const terminals: TerminalItem[] = [];
    let last = entry.lines[countUpTo(entry.lines, line) - 1] ?? 0;
    try {
      const item = (await this.#fold(entry, line))?.item();
      for (const at of item?.kind === "tool" ? entry.terminals : []) {
        const terminal = entries[at];
        const shown = terminal && (await this.#fold(terminal, line))?.item();
        if (terminal === undefined || shown?.kind !== "terminal") continue;
        terminals.push(shown);
        last = Math.max(last, terminal.lines[countUpTo(terminal.lines, line) - 1] ?? 0);
      }
      const isWhole = (entry.lines.at(-1) ?? 0) <= line;
      return { index, item, terminals, last, isWhole, failure: undefined };
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      const { message } = error;
      return { index, item: undefined, terminals, last, isWhole: false, failure: message };
    }
  }

  /** The fold of an entry after a line; undefined when it was not there by then. */
  async #fold(entry: ConversationEntry, line: number): Promise<ItemFold | undefined> {
    const { index, lines } = entry;
    const count = countUpTo(lines, line);
    if (count === 0) return undefined;
    const known = this.#kept.get(index);
    this.#kept.delete(index);
    const kept =
      known !== undefined && known.applied <= count
        ? known
        : { fold: createItemFold(entry), applied: 0 };
    const { needs } = kept.fold;
    if (needs === "last" && kept.applied < count) kept.applied = count - 1;
    for (; kept.applied < count; kept.applied++) {
      kept.fold.apply(needs === "none" ? undefined : await this.#message(lines[kept.applied] ?? 0));
    }
    this.#kept.set(index, kept);
    for (const old of this.#kept.keys()) {
      if (this.#kept.size <= mostFolds) break;
      this.#kept.delete(old);
    }
    return kept.fold;
  }

  async #message(line: number): Promise<unknown> {
    const { offsets, lengths } = this.#indexer;
    const bytes = lengths[line - 1] ?? 0;
    if (bytes > maxLineBytes) return undefined;
    const text = await this.#lines.text(offsets[line - 1] ?? 0, bytes);
    const { value } = parseStrict(text, { maxProblems: 1 });
    return typeof value === "object" && value !== null && Object.hasOwn(value, "message")
      ? (value as { readonly message: unknown }).message
      : undefined;
  }
}
