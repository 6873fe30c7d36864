import type { SessionLog } from "../../session/session-log.ts";
import type { TornLine } from "../../source/read-log.ts";
import { countUpTo } from "../../sorted/partition-point.ts";
import type { TraceTable } from "../../trace/trace-table.ts";

/** One line of a log, as the list shows it. */
export interface EventRow {
  /** From 1. */
  readonly line: number;
  /** Milliseconds since 1970; NaN when it is not known. */
  readonly time: number;
  readonly kind: string;
  /** What it is about: an attempt, a few words of the message. */
  readonly about: string;
  readonly direction: string;
  readonly bytes: number;
  readonly offset: number;
  readonly problem: string | undefined;
}

/** The lines of a file, whichever it is. */
export interface EventLog {
  readonly path: string;
  readonly count: number;
  /** Kinds that occur, with how often; in alphabetical order. */
  kinds(): readonly { readonly kind: string; readonly count: number }[];
  row(line: number): EventRow | undefined;
  readonly torn: TornLine | undefined;
  /** Lines that pass a filter, in order; undefined is all of them. */
  filter(filter: EventFilter): Uint32Array | undefined;
}

export interface EventFilter {
  /** Kind; "" for all, {@link brokenKind} for lines that cannot be used. */
  readonly kind: string;
  /** Attempt of the trace: its index. */
  readonly attempt: number | undefined;
  /** Lines of a session, both ends included. */
  readonly lines: { readonly first: number; readonly last: number } | undefined;
  /** Lines that a search found, in order. */
  readonly found: readonly number[] | undefined;
}

/** Stands for all lines that cannot be used. */
export const brokenKind = " broken";

const problemTexts: ReadonlyMap<string, string> = new Map([
  ["not-json", "The line is not JSON"],
  ["not-an-event", "The line is no event: it lacks what every event has"],
  ["against-schema", "The line breaks the schema of its event"],
  ["too-long", "The line is too long to be read"],
]);

/** The trace as a log. */
export function traceLog(table: TraceTable, torn: EventLog["torn"]): EventLog {
  const { columns, types, rowCount } = table;
  return {
    path: "trace.ndjson",
    count: rowCount,
    torn,
    kinds() {
      const counts = new Uint32Array(types.length);
      for (let row = 0; row < rowCount; row++) {
        const type = columns.types[row] ?? 0;
        if (columns.problems[row] === 0) counts[type] = (counts[type] ?? 0) + 1;
      }
      return sortedKinds(types.map((kind, i) => ({ kind, count: counts[i] ?? 0 })));
    },
    row(line) {
      const row = table.row(line - 1);
      if (row === undefined) return undefined;
      const { time, type, attempt, problem, offset, bytes } = row;
      const about = attempt?.attemptId ?? "";
      const told = problem === undefined ? undefined : (problemTexts.get(problem) ?? problem);
      return { line, time, kind: type, about, direction: "", bytes, offset, problem: told };
    },
    filter({ kind, attempt, found }) {
      if (kind === "" && attempt === undefined && found === undefined) return undefined;
      const type = types.indexOf(kind);
      return select(rowCount, found, (line) => {
        const row = line - 1;
        const isBroken = columns.problems[row] !== 0;
        if (attempt !== undefined && columns.attempts[row] !== attempt) return false;
        if (kind === "") return true;
        return kind === brokenKind ? isBroken : !isBroken && columns.types[row] === type;
      });
    },
  };
}

/** The events of a session as a log. */
export function sessionEventLog(log: SessionLog): EventLog {
  return {
    path: log.path,
    count: log.count,
    torn: log.torn,
    kinds() {
      const counts = new Map<string, number>();
      for (const kind of log.kinds) if (kind !== "") counts.set(kind, (counts.get(kind) ?? 0) + 1);
      return sortedKinds(Array.from(counts, ([kind, count]) => ({ kind, count })));
    },
    row(line) {
      const i = line - 1;
      const kind = log.kinds[i];
      if (kind === undefined) return undefined;
      return {
        line,
        time: log.times[i] ?? Number.NaN,
        kind,
        about: log.previews[i] ?? "",
        direction: log.directions[i] ?? "",
        bytes: log.lengths[i] ?? 0,
        offset: log.offsets[i] ?? 0,
        problem: log.problems.get(line),
      };
    },
    filter({ kind, lines, found }) {
      if (kind === "" && lines === undefined && found === undefined) return undefined;
      return select(log.count, found, (line) => {
        if (lines !== undefined && (line < lines.first || line > lines.last)) return false;
        if (kind === "") return true;
        return kind === brokenKind ? log.problems.has(line) : log.kinds[line - 1] === kind;
      });
    },
  };
}

function select(
  count: number,
  found: readonly number[] | undefined,
  passes: (line: number) => boolean,
): Uint32Array {
  if (found !== undefined)
    return Uint32Array.from(found.filter((line) => line <= count && passes(line)));
  const lines = new Uint32Array(count);
  let length = 0;
  for (let line = 1; line <= count; line++) if (passes(line)) lines[length++] = line;
  return lines.slice(0, length);
}

function sortedKinds(kinds: { kind: string; count: number }[]): { kind: string; count: number }[] {
  return kinds
    .filter(({ kind, count }) => kind !== "" && count > 0)
    .toSorted((a, b) => (a.kind < b.kind ? -1 : 1));
}

/** Where a line is in some lines in order; -1 when it is not there. */
export function placeOf(lines: Uint32Array | undefined, line: number, count: number): number {
  if (lines === undefined) return line >= 1 && line <= count ? line - 1 : -1;
  const place = countUpTo(lines, line) - 1;
  return lines[place] === line ? place : -1;
}
