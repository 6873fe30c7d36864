import { parseStrict } from "../json/parse.ts";
import type { JsonResult } from "../json/problem.ts";
import type { Line } from "../ndjson/line.ts";
import { readLines } from "../ndjson/read-lines.ts";
import type { BundleSource } from "../source/source.ts";
import { readJson } from "./lookup.ts";
import type { Lookup, LookupOptions } from "./lookup.ts";

/** Where the files of one session are. */
export interface SessionPaths {
  /** `sessions/<id>`, without a final slash. */
  readonly directory: string;
  readonly binding: string;
  readonly record: string;
  readonly events: string;
}

/** The paths of a session's files. The id is taken as it is; whoever opens a path checks it. */
export function sessionPaths(sessionId: string): SessionPaths {
  const directory = `sessions/${sessionId}`;
  return {
    directory,
    binding: `${directory}/binding.json`,
    record: `${directory}/record.json`,
    events: `${directory}/events.ndjson`,
  };
}

/** `binding.json` of a session, not checked against its schema. */
export function readSessionBinding(
  source: BundleSource,
  sessionId: string,
  options?: LookupOptions,
): Promise<Lookup<unknown>> {
  return readJson(source, sessionPaths(sessionId).binding, options);
}

/** `record.json` of a session, not checked against its schema. */
export function readSessionRecord(
  source: BundleSource,
  sessionId: string,
  options?: LookupOptions,
): Promise<Lookup<unknown>> {
  return readJson(source, sessionPaths(sessionId).record, options);
}

/** Which session events to read: `seq` from `first` to `last`, both included. */
export interface EventRange {
  /** Default 1. */
  readonly first?: number;
  /** Default: to the end. */
  readonly last?: number;
  readonly maxLineBytes?: number;
}

/** A line of `events.ndjson` that is an object with a numeric `seq`. The rest is not checked against the schema. */
export interface SessionEventLine {
  readonly seq: number;
  readonly event: { readonly [key: string]: unknown };
  readonly line: Line;
}

/**
 * The events of a session whose `seq` lies in a range, in file order. Lines that are no event are passed over. Reading
 * stops at the first event behind the range: `seq` only grows in a valid bundle.
 *
 * @throws {SourceError} when the file cannot be read.
 */
export async function* readSessionEvents(
  source: BundleSource,
  sessionId: string,
  range: EventRange = {},
): AsyncGenerator<SessionEventLine, void, undefined> {
  const { first = 1, last = Infinity, ...options } = range;
  for await (const { lines } of readLines(source, sessionPaths(sessionId).events, options)) {
    for (const line of lines) {
      const event = asEvent(parseStrict(line.text, { maxProblems: 1 }));
      if (event === undefined || event.seq < first) continue;
      if (event.seq > last) return;
      yield { ...event, line };
    }
  }
}

function asEvent({ value }: JsonResult): Pick<SessionEventLine, "seq" | "event"> | undefined {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "seq")) return undefined;
  const event = value as { readonly [key: string]: unknown };
  return typeof event["seq"] === "number" ? { seq: event["seq"], event } : undefined;
}
