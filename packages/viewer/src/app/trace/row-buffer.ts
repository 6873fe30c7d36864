import type { RowColumns } from "./batch.ts";

/** Columns that grow. */
export class RowBuffer {
  length = 0;
  #columns: RowColumns = makeColumns(1024);

  /** The columns; valid up to `length`, and until the next change. */
  get columns(): RowColumns {
    return this.#columns;
  }

  push(
    row: { offset: number; bytes: number; seq: number; time: number },
    type: number,
    attempt: number,
    problem: number,
  ): void {
    this.#reserve(1);
    const i = this.length++;
    const columns = this.#columns;
    columns.offsets[i] = row.offset;
    columns.lengths[i] = row.bytes;
    columns.seqs[i] = row.seq;
    columns.times[i] = row.time;
    columns.types[i] = type;
    columns.attempts[i] = attempt;
    columns.problems[i] = problem;
  }

  append(rows: RowColumns): void {
    const added = rows.offsets.length;
    this.#reserve(added);
    copyColumns(rows, this.#columns, this.length);
    this.length += added;
  }

  /** The rows in columns of their own, and an empty buffer again. */
  take(): RowColumns {
    const taken = makeColumns(this.length);
    copyColumns(firstRows(this.#columns, this.length), taken, 0);
    this.length = 0;
    return taken;
  }

  #reserve(more: number): void {
    const needed = this.length + more;
    const capacity = this.#columns.offsets.length;
    if (needed <= capacity) return;
    const larger = makeColumns(Math.max(needed, 2 * capacity));
    copyColumns(firstRows(this.#columns, this.length), larger, 0);
    this.#columns = larger;
  }
}

function makeColumns(length: number): RowColumns {
  return {
    offsets: new Float64Array(length),
    lengths: new Float64Array(length),
    seqs: new Float64Array(length),
    times: new Float64Array(length),
    types: new Uint16Array(length),
    attempts: new Int32Array(length),
    problems: new Uint8Array(length),
  };
}

function firstRows(rows: RowColumns, length: number): RowColumns {
  return {
    offsets: rows.offsets.subarray(0, length),
    lengths: rows.lengths.subarray(0, length),
    seqs: rows.seqs.subarray(0, length),
    times: rows.times.subarray(0, length),
    types: rows.types.subarray(0, length),
    attempts: rows.attempts.subarray(0, length),
    problems: rows.problems.subarray(0, length),
  };
}

function copyColumns(from: RowColumns, to: RowColumns, at: number): void {
  to.offsets.set(from.offsets, at);
  to.lengths.set(from.lengths, at);
  to.seqs.set(from.seqs, at);
  to.times.set(from.times, at);
  to.types.set(from.types, at);
  to.attempts.set(from.attempts, at);
  to.problems.set(from.problems, at);
}

/** The memory behind columns, to hand it over to another thread. */
export function buffersOf(rows: RowColumns): ArrayBuffer[] {
  return Object.values(rows as unknown as Record<string, Float64Array<ArrayBuffer>>).map(
    ({ buffer }) => buffer,
  );
}
