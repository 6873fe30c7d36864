import {
  parseStrict,
  readLines,
  SourceError,
  type BundleSource,
  type Line,
} from "@flow-bundle/bundle";
import { countUpTo } from "./items.ts";
import { Transcript } from "./transcript.ts";
import { isObject, member, numberAt, objectAt, textAt } from "./values.ts";

/** Longer lines are not read into the conversation. */
const maxLineBytes = 16 * 1024 * 1024;
const previewLength = 120;

/** The events of one session: an index of its lines, and the conversation that they make up. Grows in place. */
export class SessionLog {
  readonly path: string;
  readonly transcript: Transcript;
  readonly offsets: number[] = [];
  readonly lengths: number[] = [];
  readonly seqs: number[] = [];
  /** Milliseconds since 1970, never falling: a line without a time, or with an earlier one, has that of the one before. */
  readonly times: number[] = [];
  /** `outbound`, `inbound` or "". */
  readonly directions: string[] = [];
  /** What each line is: a method, the kind of an update. */
  readonly kinds: string[] = [];
  readonly previews: string[] = [];
  /** Lines that cannot be used, with the reason; lines count from 1. */
  readonly problems = new Map<number, string>();
  endOffset = 0;
  torn: { readonly offset: number; readonly bytes: number } | undefined;
  failure: string | undefined;
  isRead = false;
  /** Changes whenever anything does. */
  revision = 0;

  constructor(path: string, acpSessionId: string | undefined) {
    this.path = path;
    this.transcript = new Transcript(acpSessionId);
  }

  /** Number of lines. */
  get count(): number {
    return this.offsets.length;
  }

  /** The last line at a time; 0 before the first. */
  lineAt(time: number): number {
    return countUpTo(this.times, time);
  }

  /** Lines whose `seq` lies in a range, both ends included; undefined when there is none. */
  linesOf(firstSeq: number, lastSeq: number): { first: number; last: number } | undefined {
    const isIn = (i: number): boolean => {
      const seq = this.seqs[i] ?? Number.NaN;
      return seq >= firstSeq && seq <= lastSeq;
    };
    // In a valid bundle a line's number is its seq.
    let first = isIn(firstSeq - 1) ? firstSeq : 0;
    for (let i = 0; first === 0 && i < this.count; i++) if (isIn(i)) first = i + 1;
    if (first === 0) return undefined;
    let last = first;
    while (last < this.count && isIn(last)) last += 1;
    return { first, last };
  }

  push(line: Line): void {
    const number = this.count + 1;
    this.offsets.push(line.byteOffset);
    this.lengths.push(line.bytes);
    this.endOffset = line.byteOffset + line.bytes + 1;
    const value =
      line.problem === "too-long" ? undefined : parseStrict(line.text, { maxProblems: 1 }).value;
    const at = Date.parse(textAt(value, "at") ?? "");
    const before = this.times.at(-1) ?? -Infinity;
    const time = Number.isFinite(at) ? at : Number.NaN;
    this.times.push(time > before ? time : before);
    const seq = numberAt(value, "seq") ?? Number.NaN;
    this.seqs.push(seq);
    const place = { line: number, seq, time };
    const direction = textAt(value, "direction");
    this.directions.push(direction === "outbound" || direction === "inbound" ? direction : "");
    const message = member(value, "message");
    if (isObject(message)) {
      const kind = this.transcript.apply(direction, message, place);
      this.kinds.push(kind.slice(0, 100));
      this.previews.push(previewOf(message));
      return;
    }
    const problem = problemOf(line, value);
    this.problems.set(number, problem);
    this.kinds.push("");
    this.previews.push(line.text.slice(0, previewLength));
    this.transcript.broken(problem, place);
  }
}

function problemOf(line: Line, value: unknown): string {
  if (line.problem === "too-long") return "The line is too long to be read into the conversation";
  if (line.problem === "blank") return "The line is empty";
  if (value === undefined) return "The line is not JSON";
  return "The line is no session event: it has no message";
}

/** A few words of a message. */
function previewOf(message: unknown): string {
  const params = objectAt(message, "params");
  const update = objectAt(params, "update");
  const content = objectAt(update, "content");
  const text =
    textAt(content, "text") ??
    textAt(update, "title") ??
    textAt(update, "status") ??
    textAt(objectAt(params, "toolCall"), "title") ??
    textAt(params, "path") ??
    textAt(params, "command") ??
    textAt(objectAt(message, "result"), "stopReason") ??
    textAt(objectAt(message, "error"), "message") ??
    "";
  return text.slice(0, previewLength);
}

/** Lets the page breathe: at most so many milliseconds of work at once. */
export class Breather {
  #since = performance.now();

  /** Whether it is time for a break; the caller awaits {@link Breather.rest} then. */
  get isTired(): boolean {
    return performance.now() - this.#since > 10;
  }

  async rest(): Promise<void> {
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    this.#since = performance.now();
  }
}

/** Reads on where the log ends. A last line without LF waits while the run has not ended. */
export async function readSession(
  source: BundleSource,
  log: SessionLog,
  ended: boolean,
  onProgress: () => boolean,
): Promise<void> {
  const breather = new Breather();
  log.torn = undefined;
  log.failure = undefined;
  try {
    const options = { start: log.endOffset, firstLine: log.count + 1, maxLineBytes };
    for await (const { lines, unterminated } of readLines(source, log.path, options)) {
      for (const [i, line] of lines.entries()) {
        if (unterminated && !ended && i === lines.length - 1) {
          log.torn = { offset: line.byteOffset, bytes: line.bytes };
          break;
        }
        log.push(line);
        if (breather.isTired) {
          log.revision += 1;
          if (!onProgress()) return;
          await breather.rest();
        }
      }
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    log.failure = error.message;
  }
  log.isRead = true;
  log.revision += 1;
  onProgress();
}
