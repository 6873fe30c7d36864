import { paths } from "@flow-bundle/schema";
import type { TraceEvent } from "@flow-bundle/schema";
import { parseStrict } from "../json/parse.ts";
import type { Line } from "../ndjson/line.ts";
import { readLines } from "../ndjson/read-lines.ts";
import { SourceError } from "../source/source.ts";
import type { BundleSource } from "../source/source.ts";
import { BundleError } from "./bundle-error.ts";

/** Where a torn tail begins: the first of the last lines of a trace that cannot be read. */
export interface TornTail {
  readonly line: number;
  readonly byteOffset: number;
  readonly reason: string;
}

/** An event and where it stands. */
export interface TraceEntry {
  readonly event: TraceEvent;
  readonly line: number;
  readonly byteOffset: number;
}

/**
 * The events of a trace in file order; can be iterated any number of times. Events are objects with `seq`, `type` and
 * `payload`; they are not checked against their schemas, and unknown types are among them. A trace that is not there yet
 * has no events.
 *
 * Lines that cannot be read at the end of the trace of a run that has not ended are a torn tail: they are left out, and
 * `torn` tells so after the iteration. Anywhere else they make the iteration throw {@link BundleError} `damaged`. A whole
 * line that is beyond the limits makes it throw `too-large` wherever it stands: it may be good, so it is no torn tail.
 */
export class TraceReader implements AsyncIterable<TraceEntry> {
  /** Set by the last iteration that reached the end. */
  torn: TornTail | undefined;

  readonly #source: BundleSource;
  readonly #hasEnded: boolean;

  /** @param hasEnded whether the manifest says that the run has ended. */
  constructor(source: BundleSource, hasEnded: boolean) {
    this.#source = source;
    this.#hasEnded = hasEnded;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<TraceEntry, void, undefined> {
    let bad: TornTail | undefined;
    try {
      for await (const { lines, unterminated } of readLines(this.#source, paths.trace)) {
        for (const [i, line] of lines.entries()) {
          const isCut = unterminated && i === lines.length - 1;
          const event = isCut ? "The last line does not end with LF" : eventOf(line);
          if (typeof event === "string") bad ??= { ...placeOf(line), reason: event };
          else if (bad !== undefined) throw damaged(bad);
          else yield { event, ...placeOf(line) };
        }
      }
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      if (error.code !== "not-found") throw new BundleError("damaged", paths.trace, error.message);
    }
    if (bad !== undefined && this.#hasEnded) throw damaged(bad);
    this.torn = bad;
  }
}

function placeOf({ line, byteOffset }: Line): Omit<TraceEntry, "event"> {
  return { line, byteOffset };
}

function damaged({ reason, line }: TornTail): BundleError {
  return new BundleError("damaged", paths.trace, reason, line);
}

/**
 * The event of a line, or why there is none.
 *
 * @throws {BundleError} `too-large`, when the line is beyond a limit: whether it is good is not looked at.
 */
function eventOf(line: Line): TraceEvent | string {
  if (line.problem === "too-long") throw beyond(line, "The line is too long");
  if (line.problem === "invalid-utf8") return "The line is not UTF-8";
  const { value, problems } = parseStrict(line.text, { decoded: true, maxProblems: 1 });
  if (value !== undefined) return isEvent(value) ? value : "The line is not a trace event";
  const { code, message } = problems[0] ?? { message: "The line is not JSON" };
  if (code === "depth-limit" || code === "size-limit") throw beyond(line, message);
  return message;
}

function beyond({ line }: Line, reason: string): BundleError {
  return new BundleError("too-large", paths.trace, reason, line);
}

function isEvent(value: unknown): value is TraceEvent {
  if (typeof value !== "object" || value === null) return false;
  const { seq, type, payload } = value as { [key: string]: unknown };
  return (
    typeof seq === "number" &&
    typeof type === "string" &&
    typeof payload === "object" &&
    payload !== null
  );
}
