import { directions, type EntryHead, type SessionBatch } from "./batch.ts";
import type { LogEnd } from "../source/read-log.ts";
import { countUpTo } from "../sorted/partition-point.ts";

/** The index of one session's events: its lines, and the things of the conversation. No text. Grows in place. */
export class SessionLog {
  readonly path: string;
  readonly offsets: number[] = [];
  readonly lengths: number[] = [];
  readonly seqs: number[] = [];
  /** Milliseconds since 1970, never falling: a line without a time, or with an earlier one, has that of the one before. */
  readonly times: number[] = [];
  /** `outbound`, `inbound` or "". */
  readonly directions: string[] = [];
  /** What each line is: a method, the kind of an update. */
  readonly kinds: string[] = [];
  readonly previews: string[] = [];
  /** Lines that cannot be used, with the reason; lines count from 1. */
  readonly problems = new Map<number, string>();
  /** The things of the conversation, in the order of their first lines. */
  readonly entries: EntryHead[] = [];
  /** First lines of the entries. */
  readonly #firsts: number[] = [];
  /** Terminals that a tool call shows at some time. */
  readonly #shown = new Set<number>();
  readonly #kindNames: string[] = [];
  torn: LogEnd["torn"];
  failure: string | undefined;
  isRead = false;
  /** Changes whenever anything does. */
  revision = 0;

  constructor(path: string) {
    this.path = path;
  }

  /** Number of lines. */
  get count(): number {
    return this.offsets.length;
  }

  append(batch: SessionBatch): void {
    this.#kindNames.push(...batch.newKinds);
    for (const [i, offset] of batch.offsets.entries()) {
      this.offsets.push(offset);
      this.lengths.push(batch.lengths[i] ?? 0);
      this.seqs.push(batch.seqs[i] ?? Number.NaN);
      this.times.push(batch.times[i] ?? Number.NaN);
      this.directions.push(directions[batch.directions[i] ?? 0] ?? "");
      this.kinds.push(this.#kindNames[batch.kinds[i] ?? 0] ?? "");
      this.previews.push(batch.previews[i] ?? "");
    }
    for (const [line, problem] of batch.problems) this.problems.set(line, problem);
    for (const entry of batch.entries) {
      this.entries[entry.index] = entry;
      this.#firsts[entry.index] = entry.first;
      if (entry.shownFrom !== undefined) this.#shown.add(entry.index);
    }
    this.revision += 1;
  }

  finish({ torn, failure }: LogEnd): void {
    this.torn = torn;
    this.failure = failure;
    this.isRead = true;
    this.revision += 1;
  }

  /** The last line at a time; 0 before the first. */
  lineAt(time: number): number {
    return countUpTo(this.times, time);
  }

  /** When a line was written; NaN when it has no time. */
  timeOf(line: number): number {
    return this.times[line - 1] ?? Number.NaN;
  }

  /** Things that are there at a line, without the terminals that a tool call shows by then. */
  entriesAt(line: number): readonly EntryHead[] {
    const end = countUpTo(this.#firsts, line);
    const shown = [...this.#shown].filter((index) => (this.entries[index]?.shownFrom ?? 0) <= line);
    if (shown.length === 0 && end === this.entries.length) return this.entries;
    const hidden = new Set(shown);
    return this.entries.slice(0, end).filter(({ index }) => !hidden.has(index));
  }

  /** Lines whose `seq` lies in a range, both ends included; undefined when there is none. */
  linesOf(firstSeq: number, lastSeq: number): { first: number; last: number } | undefined {
    const isIn = (i: number): boolean => {
      const seq = this.seqs[i] ?? Number.NaN;
      return seq >= firstSeq && seq <= lastSeq;
    };
    // In a valid bundle a line's number is its seq.
    let first = isIn(firstSeq - 1) ? firstSeq : 0;
    for (let i = 0; first === 0 && i < this.count; i++) if (isIn(i)) first = i + 1;
    if (first === 0) return undefined;
    let last = first;
    while (last < this.count && isIn(last)) last += 1;
    return { first, last };
  }
}
