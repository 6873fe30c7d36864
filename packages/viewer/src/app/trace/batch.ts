import type { Outcome, RunStatus } from "@flow-bundle/bundle";
import type { ChangeColumns } from "./changes.ts";

/** What is wrong with a line of the trace; 0 is nothing. Lines with a problem are not folded. */
export const rowProblems = ["", "not-json", "not-an-event", "against-schema", "too-long"] as const;

/** One of {@link rowProblems}, but the empty one. */
export type RowProblem = Exclude<(typeof rowProblems)[number], "">;

/** Columns of some rows; a row is a line of the trace, counted from 0. */
export interface RowColumns {
  /** Byte offset of the line in trace.ndjson. */
  readonly offsets: Float64Array<ArrayBuffer>;
  /** Bytes of the line, without its LF. */
  readonly lengths: Float64Array<ArrayBuffer>;
  /** `seq`; NaN where the line is no event. */
  readonly seqs: Float64Array<ArrayBuffer>;
  /** `at` in milliseconds since 1970; NaN where it is no time. */
  readonly times: Float64Array<ArrayBuffer>;
  /** Index into the list of types; 0 is "" (no event). */
  readonly types: Uint16Array<ArrayBuffer>;
  /** Index of the attempt that the event names; -1 when it names none that was started. */
  readonly attempts: Int32Array<ArrayBuffer>;
  /** Index into {@link rowProblems}. */
  readonly problems: Uint8Array<ArrayBuffer>;
}

/** One attempt, as the fold has it after all rows so far. */
export interface AttemptRow {
  /** Its place in the order of starts; what `attempts` in {@link RowColumns} holds. */
  readonly index: number;
  readonly attemptId: string;
  readonly nodeId: string;
  readonly nodeType: string;
  /** Row of its node_started. */
  readonly startedRow: number;
  readonly startedSeq: number;
  /** Milliseconds since 1970; NaN when the trace has no time there. */
  readonly startedAt: number;
  /** Row of its node_outcome; undefined while there is none. The rest is only to be shown from that row on. */
  readonly finishedRow: number | undefined;
  readonly finishedAt: number | undefined;
  readonly outcome: Outcome | null;
  readonly durationMs: number | undefined;
  /** Cut to some hundred characters. */
  readonly error: string | null;
  /** Of the session it used, as far as it is known. */
  readonly sessionId: string | undefined;
}

/** State of the run from a row on, up to the next change. Texts are cut to some hundred characters. */
export interface RunChange {
  readonly row: number;
  readonly status: RunStatus;
  readonly waitingOn: string | undefined;
  /** What the run waits for, in words. Only while it waits: else it changes with each heartbeat. */
  readonly statusDetail: string | undefined;
  /** Index of the open attempt, or -1. */
  readonly openAttempt: number;
  readonly error: string | undefined;
  /** Whether the run has ended. */
  readonly finished: boolean;
}

/** One session, from the row that bound it. */
export interface SessionRow {
  readonly sessionId: string;
  readonly handle: string;
  readonly boundRow: number;
}

/** One artifact, from the row that first refers to it. */
export interface ArtifactRow {
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: number | undefined;
  readonly sha256: string;
  readonly firstRow: number;
}

/** What some more lines of the trace gave. */
export interface Batch {
  /** Number of the first row in it. */
  readonly firstRow: number;
  readonly rows: RowColumns;
  /** Types that came up, in the order of their indices. */
  readonly newTypes: readonly string[];
  /** Attempts that are new or changed. */
  readonly attempts: readonly AttemptRow[];
  readonly changes: ChangeColumns;
  /** Texts that came up in the changes, in the order of their indices. */
  readonly newTexts: readonly string[];
  readonly sessions: readonly SessionRow[];
  readonly artifacts: readonly ArtifactRow[];
  /** Bytes of the trace that were read so far. */
  readonly endOffset: number;
}
