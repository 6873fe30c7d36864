/** Columns of figures: one typed array for each, all of the same length. */
export type Columns<Names extends string = string> = Readonly<Record<Names, Column>>;

/** A typed array, with memory that can be handed over to another thread. */
export type Column =
  | Float64Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>;

/** Columns that grow. */
export class ColumnBuffer<T extends { readonly [Name in keyof T]: Column }> {
  length = 0;
  readonly #make: (length: number) => T;
  #columns: T;
  #capacity = 256;

  /** @param make columns of some length, all zero. */
  constructor(make: (length: number) => T) {
    this.#make = make;
    this.#columns = make(this.#capacity);
  }

  /** The columns; valid up to `length`, and until the next change. */
  get columns(): T {
    return this.#columns;
  }

  /** Makes room for one more entry and returns its place. Whoever calls fills in all columns. */
  add(): number {
    if (this.length === this.#capacity) this.#reserve(2 * this.#capacity);
    return this.length++;
  }

  /** Takes over entries. */
  append(more: T): void {
    const added = lengthOf(more);
    const needed = this.length + added;
    if (needed > this.#capacity) this.#reserve(Math.max(needed, 2 * this.#capacity));
    copy(more, this.#columns, this.length);
    this.length = needed;
  }

  /** The entries in columns of their own, and an empty buffer again. */
  take(): T {
    const taken = this.#make(this.length);
    copy(this.#first(), taken, 0);
    this.length = 0;
    return taken;
  }

  #reserve(capacity: number): void {
    const larger = this.#make(capacity);
    copy(this.#first(), larger, 0);
    this.#columns = larger;
    this.#capacity = capacity;
  }

  #first(): T {
    const parts = Object.entries<Column>(this.#columns).map(([name, column]) => [
      name,
      column.subarray(0, this.length),
    ]);
    return Object.fromEntries(parts) as T;
  }
}

function lengthOf(columns: object): number {
  return (Object.values(columns)[0] as Column | undefined)?.length ?? 0;
}

function copy<T extends object>(from: T, to: T, at: number): void {
  for (const [name, column] of Object.entries<Column>(from as Columns)) {
    (to as Columns)[name]?.set(column, at);
  }
}

/** The memory behind columns, to hand it over to another thread. */
export function buffersOf(columns: object): ArrayBuffer[] {
  return Object.values(columns as Columns).map(({ buffer }) => buffer);
}
