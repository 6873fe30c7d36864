import type { RunStatus } from "@flow-bundle/bundle";
import { partitionPoint } from "../sorted/partition-point.ts";
import type { RunChange } from "./batch.ts";
import { ColumnBuffer } from "./column-buffer.ts";

/** Columns of changes of the run's state; see {@link RunChange}. Texts are indices into a list of texts. */
export interface ChangeColumns {
  readonly rows: Float64Array<ArrayBuffer>;
  /** Number of the status. */
  readonly statuses: Uint8Array<ArrayBuffer>;
  readonly openAttempts: Int32Array<ArrayBuffer>;
  /** Index of a text, or -1. */
  readonly waitingOn: Int32Array<ArrayBuffer>;
  /** Index of a text, or -1. */
  readonly details: Int32Array<ArrayBuffer>;
  /** Index of a text, or -1. */
  readonly errors: Int32Array<ArrayBuffer>;
  readonly finished: Uint8Array<ArrayBuffer>;
}

const numbers: Readonly<Record<RunStatus, number>> = {
  running: 0,
  waiting: 1,
  completed: 2,
  failed: 3,
  timed_out: 4,
};
const runStatuses = Object.keys(numbers) as readonly RunStatus[];

/** What the run's state became, and when: some bytes for each change, since a long run has as many as attempts. */
export class ChangeList {
  readonly #buffer = new ColumnBuffer<ChangeColumns>(makeColumns);
  readonly #texts: string[] = [];
  readonly #indices = new Map<string, number>();

  get length(): number {
    return this.#buffer.length;
  }

  /** Texts that changes point to, in the order in which they came up. */
  get texts(): readonly string[] {
    return this.#texts;
  }

  push(change: RunChange): void {
    const i = this.#buffer.add();
    const { rows, statuses, openAttempts, waitingOn, details, errors, finished } =
      this.#buffer.columns;
    rows[i] = change.row;
    statuses[i] = numbers[change.status];
    openAttempts[i] = change.openAttempt;
    waitingOn[i] = this.#textIndex(change.waitingOn);
    details[i] = this.#textIndex(change.statusDetail);
    errors[i] = this.#textIndex(change.error);
    finished[i] = change.finished ? 1 : 0;
  }

  /** Takes over changes, and the texts that came up with them. */
  append(columns: ChangeColumns, newTexts: readonly string[]): void {
    this.#buffer.append(columns);
    for (const text of newTexts) this.#textIndex(text);
  }

  /** A copy of the changes from a place on. */
  slice(start: number): ChangeColumns {
    const { rows, statuses, openAttempts, waitingOn, details, errors, finished } =
      this.#buffer.columns;
    const end = this.length;
    return {
      rows: rows.slice(start, end),
      statuses: statuses.slice(start, end),
      openAttempts: openAttempts.slice(start, end),
      waitingOn: waitingOn.slice(start, end),
      details: details.slice(start, end),
      errors: errors.slice(start, end),
      finished: finished.slice(start, end),
    };
  }

  /** The last change. */
  get last(): RunChange | undefined {
    return this.#at(this.length - 1);
  }

  /** State of the run after a row; undefined before the first event. */
  stateAt(row: number): RunChange | undefined {
    return this.#at(this.#placeAt(row));
  }

  /** The open attempt after a row, or -1. */
  openAttemptAt(row: number): number {
    return this.#buffer.columns.openAttempts[this.#placeAt(row)] ?? -1;
  }

  #at(i: number): RunChange | undefined {
    if (i < 0) return undefined;
    const { rows, statuses, openAttempts, waitingOn, details, errors, finished } =
      this.#buffer.columns;
    return {
      row: rows[i] ?? 0,
      status: runStatuses[statuses[i] ?? 0] ?? "running",
      waitingOn: this.#texts[waitingOn[i] ?? -1],
      statusDetail: this.#texts[details[i] ?? -1],
      openAttempt: openAttempts[i] ?? -1,
      error: this.#texts[errors[i] ?? -1],
      finished: finished[i] === 1,
    };
  }

  /** Place of the last change at or before a row; -1 when there is none. */
  #placeAt(row: number): number {
    const { rows } = this.#buffer.columns;
    return partitionPoint(this.length, (i) => (rows[i] as number) <= row) - 1;
  }

  #textIndex(text: string | undefined): number {
    if (text === undefined) return -1;
    const known = this.#indices.get(text);
    if (known !== undefined) return known;
    this.#indices.set(text, this.#texts.length);
    this.#texts.push(text);
    return this.#texts.length - 1;
  }
}

function makeColumns(length: number): ChangeColumns {
  return {
    rows: new Float64Array(length),
    statuses: new Uint8Array(length),
    openAttempts: new Int32Array(length),
    waitingOn: new Int32Array(length),
    details: new Int32Array(length),
    errors: new Int32Array(length),
    finished: new Uint8Array(length),
  };
}
