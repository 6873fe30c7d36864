import type { AttemptState, FoldState, Receipts } from "@flow-bundle/bundle";
import type { AttemptView } from "@flow-bundle/schema";
import type { AttemptRow } from "./batch.ts";
import { cut } from "./cut.ts";
import type { MomentReader } from "./moment.ts";

/** State of an attempt from a row on, until the next one. */
interface Version {
  readonly row: number;
  readonly outcome: AttemptState["outcome"];
  readonly output: AttemptState["output"];
  readonly receipts: AttemptState["receipts"];
  readonly earlier: AttemptState["earlier"];
  readonly before: Version | undefined;
}

/** How each attempt was after each row, noted from what the fold says of it. */
export class AttemptJournal {
  readonly #attempts: FoldState["attempts"];
  readonly #indices = new Map<string, number>();
  readonly #startRows: number[] = [];
  readonly #finishRows: (number | undefined)[] = [];
  readonly #last: (Version | undefined)[] = [];
  readonly #touched = new Set<number>();
  /** The attempt that was asked for last: events of one attempt come together. */
  #recentId = "";
  #recentIndex = -1;

  /** @param attempts those of the fold; the list grows. */
  constructor(attempts: FoldState["attempts"]) {
    this.#attempts = attempts;
  }

  /** Rows of the node_started events, in the order of the attempts. */
  get startRows(): readonly number[] {
    return this.#startRows;
  }

  /** Index of an attempt that was started; else -1. */
  indexOf(attemptId: string): number {
    if (attemptId === this.#recentId) return this.#recentIndex;
    const index = this.#indices.get(attemptId) ?? -1;
    if (index !== -1) {
      this.#recentId = attemptId;
      this.#recentIndex = index;
    }
    return index;
  }

  /** Takes in attempts that the event of a row started. */
  noteStarts(row: number): void {
    while (this.#startRows.length < this.#attempts.length) {
      const attempt = this.#attempts[this.#startRows.length] as AttemptState;
      this.#indices.set(attempt.attemptId, this.#startRows.length);
      this.#startRows.push(row);
      this.#finishRows.push(undefined);
      this.#last.push(undefined);
    }
  }

  /** Notes what an attempt is now, if anything of it changed. */
  note(attempt: AttemptState, row: number): void {
    const { outcome, output, receipts, earlier } = attempt;
    const index = this.indexOf(attempt.attemptId);
    const before = this.#last[index];
    const isSame =
      before !== undefined &&
      before.outcome === outcome &&
      before.output === output &&
      before.receipts === receipts &&
      before.earlier === earlier;
    if (isSame || index === -1) return;
    if (outcome !== null) this.#finishRows[index] ??= row;
    this.#last[index] = { row, outcome, output, receipts, earlier, before };
    this.#touched.add(index);
  }

  /** Attempts that are new or changed since the last call. */
  take(moments: MomentReader): AttemptRow[] {
    const rows = Array.from(this.#touched, (index) => this.#row(index, moments));
    this.#touched.clear();
    return rows;
  }

  /** An attempt as it was after `row`; undefined when it was not started by then. */
  at(index: number, row: number): AttemptView | undefined {
    const attempt = this.#attempts[index];
    let version = this.#last[index];
    while (version !== undefined && version.row > row) version = version.before;
    if (attempt === undefined || version === undefined) return undefined;
    const view: AttemptView = {
      attemptId: attempt.attemptId,
      nodeId: attempt.nodeId,
      nodeType: attempt.nodeType,
      startedSeq: attempt.startedSeq,
      startedAt: attempt.startedAt,
      outcome: version.outcome,
      output: version.output,
      ...(version.earlier as Receipts),
      ...version.receipts,
    };
    if (version.outcome === null) return view;
    if (attempt.finishedSeq !== undefined) view.finishedSeq = attempt.finishedSeq;
    if (attempt.finishedAt !== undefined) view.finishedAt = attempt.finishedAt;
    if (attempt.durationMs !== undefined) view.durationMs = attempt.durationMs;
    if (attempt.error !== null) view.error = attempt.error;
    return view;
  }

  #row(index: number, moments: MomentReader): AttemptRow {
    const attempt = this.#attempts[index] as AttemptState;
    const { attemptId, nodeId, nodeType, startedSeq, startedAt, finishedAt } = attempt;
    return {
      index,
      attemptId,
      nodeId,
      nodeType,
      startedRow: this.#startRows[index] ?? 0,
      startedSeq,
      startedAt: moments.read(startedAt),
      finishedRow: this.#finishRows[index],
      finishedAt: finishedAt === undefined ? undefined : moments.read(finishedAt),
      outcome: attempt.outcome,
      durationMs: attempt.durationMs,
      error: cut(attempt.error ?? undefined) ?? null,
      sessionId: attempt.receipts.sessionId ?? attempt.earlier.sessionId,
    };
  }
}
