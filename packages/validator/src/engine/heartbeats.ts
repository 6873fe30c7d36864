import type { NodeHeartbeat, TraceEvent } from "@flow-bundle/schema";

const head = '{"seq":';
const second = ',"at":"';
/** The form of `at` in the schema of every event. */
const time =
  /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z$/;
const timeLength = 24;
/** How often a pattern may be of no use before no more are made. */
const patience = 64;

/** What the heartbeats that follow have in common with one that was read. */
interface Pattern {
  readonly event: NodeHeartbeat;
  /** The text from the quote after `at` to where the value of `statusDetail` starts, or to the end. */
  readonly middle: string;
  readonly hasDetail: boolean;
}

/**
 * Reads heartbeats without parsing them, where they differ from an earlier one only in `seq`, `at` and `statusDetail`:
 * in the trace of a long run, most lines do. Such a line is strict JSON and valid against its schema like the earlier one.
 */
export class Heartbeats {
  #pattern: Pattern | undefined;
  #patience = patience;

  /** Takes a heartbeat that was found good, and how it is written, as the pattern for those that follow. */
  learn(text: string, event: NodeHeartbeat): void {
    this.#pattern = undefined;
    if (this.#patience === 0) return;
    this.#patience -= 1;
    const { seq, at, payload } = event;
    const start = `${head}${seq}${second}${at}`;
    const { statusDetail } = payload;
    const hasDetail = statusDetail !== undefined;
    if (!text.startsWith(start) || Object.keys(payload).length !== (hasDetail ? 1 : 0)) return;
    // After a comma a quote opens a string. So, at the end, this is a member of the event itself.
    if (!text.endsWith(`,"payload":${JSON.stringify(payload)}}`)) return;
    const to = hasDetail ? text.length - 2 - JSON.stringify(statusDetail).length : text.length;
    this.#pattern = { event, middle: text.slice(start.length, to), hasDetail };
  }

  /** The event of a line; undefined when the line has to be parsed. */
  read(text: string): TraceEvent | undefined {
    const pattern = this.#pattern;
    // Here and below: comparing parts is faster than startsWith.
    if (pattern === undefined || text.slice(0, head.length) !== head) return undefined;
    let i = head.length;
    let seq = 0;
    for (let c = text.charCodeAt(i); c >= 0x30 && c <= 0x39; c = text.charCodeAt(++i)) {
      seq = seq * 10 + c - 0x30;
    }
    const isInteger = text.charCodeAt(head.length) !== 0x30 && seq <= Number.MAX_SAFE_INTEGER;
    if (seq === 0 || !isInteger) return undefined;
    if (text.slice(i, i + second.length) !== second) return undefined;
    i += second.length;
    const { event, middle, hasDetail } = pattern;
    const from = i + timeLength;
    const to = from + middle.length;
    if (text.slice(from, to) !== middle) return undefined;
    const at = text.slice(i, from);
    if (!time.test(at)) return undefined;
    this.#patience = patience;
    if (!hasDetail) return to === text.length ? { ...event, seq, at } : undefined;
    const statusDetail = text.endsWith("}}") ? stringOf(text.slice(to, -2)) : undefined;
    return statusDetail === undefined
      ? undefined
      : { ...event, seq, at, payload: { statusDetail } };
  }
}

/** The text of a JSON string; undefined when it is none, or may have a lone surrogate. */
function stringOf(token: string): string | undefined {
  const escape = token.indexOf("\\");
  if (escape !== -1 && token.indexOf("\\u", escape) !== -1) return undefined;
  try {
    const value: unknown = JSON.parse(token);
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}
