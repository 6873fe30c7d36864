import { parseStrict, type Line } from "@flow-bundle/bundle";
import type { TraceEvent, Validators } from "@flow-bundle/schema";
import type { RowProblem } from "./batch.ts";

/** What a line of a trace holds. An event with a problem is not to be folded. */
export interface LineEvent {
  readonly event: TraceEvent | undefined;
  readonly problem: RowProblem | undefined;
}

const notJson: LineEvent = { event: undefined, problem: "not-json" };
const notAnEvent: LineEvent = { event: undefined, problem: "not-an-event" };
const tooLong: LineEvent = { event: undefined, problem: "too-long" };

/** Reads the event of a line and checks it against its schema. */
export function readEvent(line: Line, validators: Validators): LineEvent {
  if (line.problem === "too-long") return tooLong;
  const value = line.problem === "invalid-utf8" ? undefined : parseLine(line);
  if (value === undefined) return notJson;
  if (!isEvent(value)) return notAnEvent;
  const isRight = validators.event(value.type)(value).length === 0;
  return { event: value, problem: isRight ? undefined : "against-schema" };
}

/** Undefined when the line is not JSON. */
function parseLine({ text, bytes }: Line): unknown {
  // What nests too deeply for a reader is longer than this; the rest need not be looked at closely to be shown.
  if (bytes > 2000) return parseStrict(text, { decoded: true, maxProblems: 1 }).value;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isEvent(value: unknown): value is TraceEvent {
  if (typeof value !== "object" || value === null) return false;
  const { seq, type, payload, attemptId, at } = value as { readonly [key: string]: unknown };
  const hasIds = attemptId === undefined || typeof attemptId === "string";
  const hasTime = at === undefined || typeof at === "string";
  return (
    hasIds &&
    hasTime &&
    typeof seq === "number" &&
    typeof type === "string" &&
    typeof payload === "object" &&
    payload !== null
  );
}
