import type { Line } from "@flow-bundle/bundle";
import type { Check, TraceEvent, Validators } from "@flow-bundle/schema";
import type { BundleContext } from "./context.ts";
import { checkValue } from "./documents.ts";
import { checkLines } from "./lines.ts";
import type { ActiveRules, EventHandler } from "./active-rules.ts";
import type { Validation } from "./validation.ts";

/** The path of the trace in every bundle. */
export const traceFile = "trace.ndjson";

/** A trace line may be this long in 1.1; spec/text/json.md#trace-line-size. */
const maxTraceLineBytes = 1024 * 1024;

/**
 * Streams the trace once: strict JSON, schema by event type, rules, fold. From the first line that is bad in the middle
 * of the trace (or breaks its schema) the rules and the fold see nothing more; the schema is still checked.
 */
export async function checkTrace(
  validation: Validation,
  rules: ActiveRules,
  validators: Validators,
): Promise<void> {
  const { trace, fold, uses, inputs } = validation;
  trace.present = validation.entries.get(traceFile)?.type === "file";
  if (!trace.present) {
    if (!mayLackTrace(validation)) inputs.fail("trace", { ruleId: "bundle/file-missing", file: traceFile });
    return;
  }
  const handlers = rules.eventHandlers();
  const checks = new Map<string, Check>();
  let reliable = true;

  const onValue = (value: unknown, line: Line): string | undefined => {
    if (line.bytes > maxTraceLineBytes) {
      validation.findings.add("trace/line-size", {
        file: traceFile,
        line: line.line,
        byteOffset: line.byteOffset,
        message: `The line has ${line.bytes} bytes; a trace line has at most ${maxTraceLineBytes}`,
        expected: maxTraceLineBytes,
        actual: line.bytes,
        hint: "put large values into artifacts and refer to them",
      });
    }
    const type = eventType(value);
    let check = checks.get(type);
    if (check === undefined) {
      check = validators.event(type);
      // A hostile trace could name millions of types.
      if (checks.size < 256) checks.set(type, check);
    }
    const problems = check(value);
    if (problems.length > 0) {
      const bad = checkValue(validation, value, () => problems, {
        file: traceFile,
        line: line.line,
        byteOffset: line.byteOffset,
        ...identity(value),
      });
      if (bad !== undefined) return bad;
    }
    if (!reliable) return undefined;
    const event = value as TraceEvent;
    dispatch(handlers, type, { event, line: line.line, byteOffset: line.byteOffset, bytes: line.bytes });
    fold.apply(event);
    uses.add(event, line.line);
    trace.events += 1;
    trace.lastSeq = event.seq;
    trace.lastAt = event.at;
    return undefined;
  };

  const result = await checkLines(validation, {
    file: traceFile,
    tornRule: validation.finished ? undefined : "trace/torn-tail",
    onValue,
    onUnreliable: () => {
      reliable = false;
    },
  });
  trace.bytes = result.bytes;
  trace.lines = result.lines;
  trace.tornAt = result.tornAt;
  if (result.cause !== undefined) inputs.fail("trace", result.cause);
}

/** True while manifest and projections show that no event was written yet: until then a run may have no trace. */
export function mayLackTrace({ manifest, run, steps }: Pick<BundleContext, "manifest" | "run" | "steps">): boolean {
  const begun = (steps?.length ?? 0) > 0 || (run?.upToSeq ?? 0) > 0 || run?.currentAttemptId !== undefined;
  return manifest?.status === "running" && !begun;
}

function dispatch(
  handlers: ReadonlyMap<string, readonly EventHandler[]>,
  type: string,
  line: Parameters<EventHandler>[0],
): void {
  const list = handlers.get(type) ?? handlers.get("*");
  if (list === undefined) return;
  for (let i = 0; i < list.length; i += 1) (list[i] as EventHandler)(line);
}

function eventType(value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  const { type } = value as { readonly type?: unknown };
  return typeof type === "string" ? type : "";
}

/** What a finding can say of an event that broke its schema. */
function identity(value: unknown): { seq?: number; nodeId?: string; attemptId?: string; sessionId?: string } {
  if (typeof value !== "object" || value === null) return {};
  const { seq, nodeId, attemptId, sessionId } = value as Record<string, unknown>;
  return {
    ...(typeof seq === "number" ? { seq } : {}),
    ...(typeof nodeId === "string" ? { nodeId } : {}),
    ...(typeof attemptId === "string" ? { attemptId } : {}),
    ...(typeof sessionId === "string" ? { sessionId } : {}),
  };
}
