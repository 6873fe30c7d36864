import { ColumnBuffer } from "./column-buffer.ts";
import { MomentReader } from "./moment.ts";

interface ClockColumns {
  readonly seqs: Float64Array<ArrayBuffer>;
  readonly times: Float64Array<ArrayBuffer>;
}

/** `seq` and `at` of the last event that was folded by each row. */
export class RowClock {
  readonly moments = new MomentReader();
  readonly #buffer = new ColumnBuffer<ClockColumns>((length) => ({
    seqs: new Float64Array(length),
    times: new Float64Array(length),
  }));
  /** Times that are not written as `toISOString` does, by row. */
  readonly #others = new Map<number, string>();

  /** Adds a row. Without an event that was folded it has what the row before it has. */
  push(event: { readonly seq: number; readonly at: string } | undefined): void {
    const row = this.#buffer.add();
    const { seqs, times } = this.#buffer.columns;
    if (event === undefined) {
      seqs[row] = seqs[row - 1] ?? 0;
      times[row] = times[row - 1] ?? Number.NaN;
      const other = this.#others.get(row - 1);
      if (other !== undefined) this.#others.set(row, other);
      return;
    }
    const time = this.moments.readExact(event.at);
    seqs[row] = event.seq;
    times[row] = time ?? Number.NaN;
    if (time === undefined) this.#others.set(row, event.at);
  }

  /** 0 before the first event. */
  seqAt(row: number): number {
    return this.#buffer.columns.seqs[row] ?? 0;
  }

  /** "" before the first event. */
  timeAt(row: number): string {
    const other = this.#others.get(row);
    if (other !== undefined) return other;
    const time = this.#buffer.columns.times[row] ?? Number.NaN;
    return Number.isFinite(time) ? new Date(time).toISOString() : "";
  }
}
