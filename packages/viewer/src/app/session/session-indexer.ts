import { parseStrict, type Line } from "@flow-bundle/bundle";
import {
  ConversationOutline,
  messageName,
  messageWords,
  type ConversationEntry,
} from "@flow-bundle/bundle/session";
import { directions, type EntryHead, type SessionBatch } from "./batch.ts";

/** Longer lines are not read into the conversation. */
export const maxLineBytes = 16 * 1024 * 1024;
const longKind = 100;
const previewLength = 120;

type Growing = { -readonly [Key in keyof SessionBatch]: SessionBatch[Key][number][] };

/** Goes through the events of one session once. It keeps where the lines are and what they are about, and no text. */
export class SessionIndexer {
  readonly outline: ConversationOutline;
  readonly offsets: number[] = [];
  readonly lengths: number[] = [];
  readonly #kinds = new Map<string, number>();
  #batch = emptyBatch();
  #lastTime = -Infinity;
  /** Where to go on reading. */
  endOffset = 0;

  /** @param acpSessionId see `ConversationOutline`. */
  constructor(acpSessionId: string | undefined) {
    this.outline = new ConversationOutline(acpSessionId);
  }

  /** Number of lines. */
  get count(): number {
    return this.offsets.length;
  }

  /** Number of lines that {@link SessionIndexer.take} would give. */
  get waiting(): number {
    return this.#batch.offsets.length;
  }

  push(line: Line): void {
    const { byteOffset, bytes } = line;
    this.offsets.push(byteOffset);
    this.lengths.push(bytes);
    this.endOffset = byteOffset + bytes + 1;
    const event =
      line.problem === "too-long" ? undefined : parseStrict(line.text, { maxProblems: 1 }).value;
    const { seq, at, direction, message } = fields(event);
    const time = typeof at === "string" ? Date.parse(at) : Number.NaN;
    if (time > this.#lastTime) this.#lastTime = time;
    const batch = this.#batch;
    batch.offsets.push(byteOffset);
    batch.lengths.push(bytes);
    batch.seqs.push(typeof seq === "number" ? seq : Number.NaN);
    batch.times.push(this.#lastTime);
    batch.directions.push(Math.max(0, directions.indexOf(direction as "outbound")));
    if (typeof message === "object" && message !== null && !Array.isArray(message)) {
      const decoded = this.outline.apply(this.count, direction, message);
      this.#kind(messageName(decoded).slice(0, longKind));
      batch.previews.push(messageWords(message, previewLength));
      return;
    }
    const problem = problemOf(line, event);
    this.outline.broken(this.count, problem);
    batch.problems.push([this.count, problem]);
    this.#kind("");
    batch.previews.push(line.text.slice(0, previewLength));
  }

  /** What has come since it was asked last. */
  take(): SessionBatch {
    const batch = this.#batch;
    this.#batch = emptyBatch();
    batch.entries.push(...this.outline.takeChanged().map((entry) => this.#head(entry)));
    return batch;
  }

  #kind(kind: string): void {
    const known = this.#kinds.get(kind) ?? this.#kinds.size;
    if (known === this.#kinds.size) {
      this.#kinds.set(kind, known);
      this.#batch.newKinds.push(kind);
    }
    this.#batch.kinds.push(known);
  }

  #head(entry: ConversationEntry): EntryHead {
    const { index, kind, role, outbound, turn, reason, size, lines, terminals, shownBy } = entry;
    const shown = terminals.map((terminal) => this.outline.entries[terminal]?.lines.at(-1) ?? 0);
    return {
      index,
      kind,
      role,
      outbound,
      turn,
      reason,
      size,
      first: lines[0] ?? 0,
      last: Math.max(lines.at(-1) ?? 0, ...shown),
      shownFrom: shownBy?.line,
    };
  }
}

function emptyBatch(): Growing {
  return {
    offsets: [],
    lengths: [],
    seqs: [],
    times: [],
    directions: [],
    kinds: [],
    newKinds: [],
    previews: [],
    problems: [],
    entries: [],
  };
}

function fields(event: unknown): { readonly [key: string]: unknown } {
  return typeof event === "object" && event !== null ? (event as { [key: string]: unknown }) : {};
}

function problemOf(line: Line, value: unknown): string {
  if (line.problem === "too-long") return "The line is too long to be read into the conversation";
  if (line.problem === "blank") return "The line is empty";
  if (value === undefined) return "The line is not JSON";
  return "The line is no session event: it has no message";
}
