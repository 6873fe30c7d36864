import type {
  ArtifactRow,
  AttemptRow,
  Batch,
  RowColumns,
  RowProblem,
  RunChange,
  SessionRow,
} from "./batch.ts";
import { countUpTo, partitionPoint } from "../sorted/partition-point.ts";
import { rowProblems } from "./batch.ts";
import { ChangeList } from "./changes.ts";
import { rowBuffer } from "./rows.ts";

/** One row, read out of the columns. */
export interface TraceRow {
  readonly row: number;
  readonly seq: number;
  readonly time: number;
  readonly type: string;
  /** Of the attempt that it names, if that was started. */
  readonly attempt: AttemptRow | undefined;
  readonly problem: RowProblem | undefined;
  readonly offset: number;
  readonly bytes: number;
}

/** See {@link TraceTable.placeAtNode}. */
export interface PlaceAtNode {
  /** From 1. */
  readonly number: number;
  readonly count: number;
  readonly previous: AttemptRow | undefined;
  readonly next: AttemptRow | undefined;
}

/**
 * The index of a trace, as far as it was read: rows by number, attempts, what changed when. It grows in place; whoever
 * renders it depends on `revision` of the run that it belongs to. All questions about "then" take a row; `lastRow` is now.
 */
export class TraceTable {
  readonly attempts: AttemptRow[] = [];
  readonly changes = new ChangeList();
  readonly sessions: SessionRow[] = [];
  readonly artifacts: ArtifactRow[] = [];
  readonly types: string[] = [""];
  readonly #rows = rowBuffer();
  readonly #attemptIndices = new Map<string, number>();
  /** Indices of attempts by node, in order of start. */
  readonly #byNode = new Map<string, number[]>();
  /** From node to node: the row of the first time. */
  readonly #transitions = new Map<string, Map<string, number>>();
  bytesRead = 0;
  problemCount = 0;
  /** The first rows with a problem; at most 1000. */
  readonly problemRows: number[] = [];

  /** Number of rows (lines of the trace). */
  get rowCount(): number {
    return this.#rows.length;
  }

  /** -1 when there are no rows. */
  get lastRow(): number {
    return this.#rows.length - 1;
  }

  /** The columns, for whoever goes through many rows. Valid up to `rowCount`. */
  get columns(): RowColumns {
    return this.#rows.columns;
  }

  append(batch: Batch): void {
    this.#rows.append(batch.rows);
    this.types.push(...batch.newTypes);
    for (const attempt of batch.attempts) {
      if (this.attempts[attempt.index] === undefined) this.#index(attempt);
      this.attempts[attempt.index] = attempt;
    }
    this.changes.append(batch.changes, batch.newTexts);
    this.sessions.push(...batch.sessions);
    this.artifacts.push(...batch.artifacts);
    this.bytesRead = batch.endOffset;
    const { problems } = batch.rows;
    for (let i = 0; i < problems.length; i++) {
      if (problems[i] === 0) continue;
      this.problemCount += 1;
      if (this.problemRows.length < 1000) this.problemRows.push(batch.firstRow + i);
    }
  }

  row(row: number): TraceRow | undefined {
    if (row < 0 || row >= this.rowCount) return undefined;
    const { seqs, times, types, attempts, problems, offsets, lengths } = this.#rows.columns;
    return {
      row,
      seq: seqs[row] ?? Number.NaN,
      time: times[row] ?? Number.NaN,
      type: this.types[types[row] ?? 0] ?? "",
      attempt: this.attempts[attempts[row] ?? -1],
      problem: (rowProblems[problems[row] ?? 0] || undefined) as RowProblem | undefined,
      offset: offsets[row] ?? 0,
      bytes: lengths[row] ?? 0,
    };
  }

  attempt(attemptId: string): AttemptRow | undefined {
    return this.attempts[this.#attemptIndices.get(attemptId) ?? -1];
  }

  /** The last attempt at a node. */
  lastAttemptOf(nodeId: string): AttemptRow | undefined {
    return this.attempts[this.#byNode.get(nodeId)?.at(-1) ?? -1];
  }

  /** Where an attempt stands among those at its node. */
  placeAtNode({ nodeId, index }: AttemptRow): PlaceAtNode {
    const indices = this.#byNode.get(nodeId) ?? [];
    const number = countUpTo(indices, index);
    return {
      number,
      count: indices.length,
      previous: this.attempts[indices[number - 2] ?? -1],
      next: this.attempts[indices[number] ?? -1],
    };
  }

  /** How many attempts at a node were started by a row, and the last of them. */
  attemptsOfAt(
    nodeId: string,
    row: number,
  ): { readonly count: number; readonly last: AttemptRow | undefined } {
    const indices = this.#byNode.get(nodeId) ?? [];
    const count = countUpTo(indices, this.attemptCountAt(row) - 1);
    return { count, last: this.attempts[indices[count - 1] ?? -1] };
  }

  /** The row at which an attempt at `to` first followed one at `from`; undefined when none ever did. */
  transitionRow(from: string, to: string): number | undefined {
    return this.#transitions.get(from)?.get(to);
  }

  /** State of the run after a row; undefined before the first event. */
  stateAt(row: number): RunChange | undefined {
    return this.changes.stateAt(row);
  }

  /** How many attempts were started by a row: those are the first ones in `attempts`. */
  attemptCountAt(row: number): number {
    const { attempts } = this;
    return partitionPoint(attempts.length, (i) => (attempts[i] as AttemptRow).startedRow <= row);
  }

  /** The row of a `seq`: the last one at or before it; -1 when there is none. In a valid trace `seq` only grows. */
  rowOfSeq(seq: number): number {
    const { seqs } = this.#rows.columns;
    const expected = seq - 1;
    if (seqs[expected] === seq && expected < this.rowCount) return expected;
    for (let row = this.lastRow; row >= 0; row--) if ((seqs[row] ?? 0) <= seq) return row;
    return -1;
  }

  #index({ attemptId, nodeId, index, startedRow }: AttemptRow): void {
    this.#attemptIndices.set(attemptId, index);
    const before = this.attempts[index - 1];
    if (before !== undefined) {
      const from = this.#transitions.get(before.nodeId) ?? new Map<string, number>();
      this.#transitions.set(before.nodeId, from);
      if (!from.has(nodeId)) from.set(nodeId, startedRow);
    }
    const indices = this.#byNode.get(nodeId) ?? [];
    this.#byNode.set(nodeId, indices);
    indices.push(index);
  }
}

/** How an attempt stood after a row; undefined when it was not started by then. */
export function outcomeAt(
  attempt: AttemptRow,
  row: number,
): NonNullable<AttemptRow["outcome"]> | "open" | undefined {
  if (attempt.startedRow > row) return undefined;
  if (attempt.finishedRow === undefined || attempt.finishedRow > row) return "open";
  return attempt.outcome ?? "open";
}
