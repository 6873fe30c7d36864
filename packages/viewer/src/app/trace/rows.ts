import type { RowColumns } from "./batch.ts";
import { ColumnBuffer } from "./column-buffer.ts";

/** Columns of rows that grow. */
export function rowBuffer(): ColumnBuffer<RowColumns> {
  return new ColumnBuffer(makeColumns);
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
