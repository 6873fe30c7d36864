import { eventScopes } from "@flow-bundle/schema";
import type { TraceEvent, Validators } from "@flow-bundle/schema";
import type { FoldState } from "../fold/fold.ts";
import { parseStrict } from "../json/parse.ts";
import { toLine } from "../seal/serialise.ts";
import { jsonOf } from "./check.ts";
import { BundleWriteError } from "./errors.ts";
import type { AnyNewEvent } from "./new-event.ts";
import { checkSizes, cutText, lineLimit } from "./sizes.ts";

const allowedDepth = 64;
const scopes: ReadonlyMap<string, string> = new Map(Object.entries(eventScopes));
const withDetail: ReadonlySet<string> = new Set(["node_started", "node_heartbeat"]);
const withError: ReadonlySet<string> = new Set(["node_outcome", "run_failed", "run_timed_out"]);
const withSession: ReadonlySet<string> = new Set([
  "session_bound",
  "acp_prompt_prepared",
  "acp_response_parsed",
]);

/** A line of the trace, and the event that a reader gets from it: no longer the objects that were handed in. */
export interface EncodedEvent {
  readonly line: string;
  readonly event: TraceEvent;
}

/**
 * The next line of a trace.
 *
 * @param at when the event happened; it is not before the last one.
 * @throws {BundleWriteError} `refused`, when it would break the format.
 */
export function encodeEvent(
  given: AnyNewEvent,
  at: string,
  runId: string,
  fold: FoldState,
  validators: Validators,
): EncodedEvent {
  const { type, nodeId, attemptId } = given;
  const payload = payloadOf(given, at, fold);
  checkSizes({ nodeId, attemptId, payload });
  const sessionId = given.sessionId ?? (withSession.has(type) ? payload["sessionId"] : undefined);
  const envelope = {
    seq: fold.upToSeq + 1,
    at,
    runId,
    scope: scopes.get(type) ?? (given as { readonly scope?: unknown }).scope,
    type,
    ...(nodeId !== undefined && { nodeId }),
    ...(attemptId !== undefined && { attemptId }),
    ...(sessionId !== undefined && { sessionId }),
    ...(type === "artifact_written" && { artifact: payload["artifact"] }),
    payload,
  };
  const line = jsonOf(type, () => toLine(envelope));
  if (line.length * 3 > lineLimit && new TextEncoder().encode(line).length > lineLimit) {
    const remedy = "put large values into artifacts";
    refuse(type, `its line has more than ${lineLimit} bytes; ${remedy}`);
  }
  return { line, event: parseLine(type, line, validators) };
}

/** Reads a line as readers will, and holds it against its schema. */
function parseLine(type: string, line: string, validators: Validators): TraceEvent {
  const text = line.slice(0, -1);
  const { value, problems } = parseStrict(text, { allowedDepth, decoded: true, maxProblems: 1 });
  const [problem] = problems;
  if (problem !== undefined) {
    const remedy = problem.code === "depth" ? "; put deeper values into an artifact" : "";
    refuse(type, `${problem.pointer}: ${problem.message}${remedy}`);
  }
  const [broken] = validators.event(type)(value);
  if (broken !== undefined) refuse(type, `${broken.pointer}: ${broken.message}`);
  return value as TraceEvent;
}

function payloadOf(given: AnyNewEvent, at: string, fold: FoldState): { [key: string]: unknown } {
  const { type, attemptId } = given;
  const payload: { [key: string]: unknown } = { ...given.payload };
  if (withDetail.has(type)) cutMember(payload, "statusDetail");
  if (type === "run_waiting") cutMember(payload, "summary");
  if (withError.has(type)) cutMember(payload, "error");
  if (type !== "node_outcome") return payload;
  const startedAt = attemptId === undefined ? undefined : fold.attempt(attemptId)?.startedAt;
  const durationMs = startedAt === undefined ? 0 : Date.parse(at) - Date.parse(startedAt);
  const { nodeType, outcome, durationMs: _, ...rest } = payload;
  return { nodeType, outcome, durationMs, ...rest };
}

function cutMember(payload: { [key: string]: unknown }, name: string): void {
  const text = payload[name];
  if (typeof text === "string") payload[name] = cutText(text);
}

function refuse(type: string, problem: string): never {
  throw new BundleWriteError("refused", `${type}: ${problem}`);
}
