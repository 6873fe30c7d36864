import type { Line } from "@flow-bundle/bundle";
import type { Check, TraceEvent, Validators } from "@flow-bundle/schema";
import { referenceFinder, type PlacedReference } from "./artifact-uses.ts";
import type { BundleContext } from "./context.ts";
import { checkValue } from "./documents.ts";
import { checkLines } from "./lines.ts";
import { leadingProblems } from "./problems.ts";
import type { ActiveRules, EventHandler } from "./active-rules.ts";
import { Heartbeats } from "./heartbeats.ts";
import type { TraceLine } from "./rule.ts";
import type { Validation } from "./validation.ts";

/** The path of the trace in every bundle. */
export const traceFile = "trace.ndjson";

/** A trace line may be this long in 1.1; spec/text/json.md#trace-line-size. */
const maxTraceLineBytes = 1024 * 1024;

const none: readonly PlacedReference[] = Object.freeze([]);

/**
 * Streams the trace once: strict JSON, schema by event type, rules, fold. From the first line that is bad in the middle
 * of the trace (or breaks its schema) the rules and the fold see nothing more; the schema is still checked.
 */
export async function checkTrace(
  validation: Validation,
  rules: ActiveRules,
  validators: Validators,
): Promise<void> {
  const { trace, inputs } = validation;
  trace.present = validation.entries.get(traceFile)?.type === "file";
  if (!trace.present) {
    if (!mayLackTrace(validation))
      inputs.fail("trace", { ruleId: "bundle/file-missing", file: traceFile });
    return;
  }
  const reader = new TraceReader(validation, rules, validators);
  const result = await checkLines(validation, {
    file: traceFile,
    tornRule: validation.finished ? undefined : "trace/torn-tail",
    onValue: (value, line, isClean) => reader.value(value, line, isClean),
    shortcut: (line) => reader.shortcut(line),
    onUnreliable: () => reader.stop(),
  });
  trace.bytes = result.bytes;
  trace.lines = result.lines;
  trace.tornAt = result.tornAt;
  if (result.cause !== undefined) inputs.fail("trace", result.cause);
}

/** What is done with the events of one type: looked up once per event. */
interface Work {
  readonly type: string;
  readonly check: Check;
  readonly handlers: readonly EventHandler[];
  readonly references: ReturnType<typeof referenceFinder>;
}

/** Longer lines are always parsed. */
const longestShortcut = 4096;

class TraceReader {
  readonly #validation: Validation;
  readonly #validators: Validators;
  readonly #handlers: ReadonlyMap<string, readonly EventHandler[]>;
  readonly #work = new Map<string, Work>();
  #last: Work | undefined;
  readonly #heartbeats = new Heartbeats();
  #reliable = true;

  constructor(validation: Validation, rules: ActiveRules, validators: Validators) {
    this.#validation = validation;
    this.#validators = validators;
    this.#handlers = rules.eventHandlers();
  }

  /** From now on only the schema is checked. */
  stop(): void {
    this.#reliable = false;
  }

  /** A line that was parsed; see `onValue` in lines.ts. */
  value(value: unknown, line: Line, isClean: boolean): string | undefined {
    if (line.bytes > maxTraceLineBytes) this.#reportSize(line);
    const work = this.#workOf(eventType(value));
    const problems = work.check(value);
    if (problems.length > 0) {
      const bad = checkValue(this.#validation, value, () => leadingProblems(problems), {
        file: traceFile,
        line: line.line,
        byteOffset: line.byteOffset,
        ...identity(value),
      });
      if (bad !== undefined) return bad;
    }
    if (!this.#reliable) return undefined;
    const event = value as TraceEvent;
    // The same text for all events of a type: it is hashed and compared many times from here on.
    (event as { type: string }).type = work.type;
    if (event.type === "node_heartbeat" && isClean && problems.length === 0) {
      this.#heartbeats.learn(line.text, event);
    }
    this.#take(event, line, work);
    return undefined;
  }

  /** Deals with a line that is like one which was parsed before. */
  shortcut(line: Line): boolean {
    if (!this.#reliable || line.bytes > longestShortcut) return false;
    const event = this.#heartbeats.read(line.text);
    if (event === undefined) return false;
    this.#take(event, line, this.#workOf(event.type));
    return true;
  }

  #take(event: TraceEvent, line: Line, { handlers, references }: Work): void {
    const { fold, uses, trace } = this.#validation;
    const at: TraceLine = {
      event,
      line: line.line,
      byteOffset: line.byteOffset,
      bytes: line.bytes,
      references: references?.(event) ?? none,
    };
    for (let i = 0; i < handlers.length; i += 1) (handlers[i] as EventHandler)(at);
    fold.apply(event);
    if (at.references.length > 0) uses.add(at);
    trace.events += 1;
    trace.lastSeq = event.seq;
    trace.lastAt = event.at;
  }

  #workOf(type: string): Work {
    // Often it is the same as before, and to compare is faster than to look up.
    if (this.#last?.type === type) return this.#last;
    this.#last = this.#work.get(type) ?? this.#prepare(type);
    return this.#last;
  }

  #prepare(type: string): Work {
    const work = {
      type,
      check: this.#validators.event(type),
      handlers: this.#handlers.get(type) ?? this.#handlers.get("*") ?? [],
      references: referenceFinder(type),
    };
    // A hostile trace could name millions of types.
    if (this.#work.size < 256) this.#work.set(type, work);
    return work;
  }

  #reportSize({ line, byteOffset, bytes }: Line): void {
    this.#validation.findings.add("trace/line-size", {
      file: traceFile,
      line,
      byteOffset,
      message: `The line has ${bytes} bytes; a trace line has at most ${maxTraceLineBytes}`,
      expected: maxTraceLineBytes,
      actual: bytes,
      hint: "put large values into artifacts and refer to them",
    });
  }
}

/** True while manifest and projections show that no event was written yet: until then a run may have no trace. */
export function mayLackTrace({
  manifest,
  run,
  steps,
}: Pick<BundleContext, "manifest" | "run" | "steps">): boolean {
  const begun =
    (steps?.length ?? 0) > 0 || (run?.upToSeq ?? 0) > 0 || run?.currentAttemptId !== undefined;
  return manifest?.status === "running" && !begun;
}

function eventType(value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  const { type } = value as { readonly type?: unknown };
  return typeof type === "string" ? type : "";
}

/** What a finding can say of an event that broke its schema. */
function identity(value: unknown): {
  seq?: number;
  nodeId?: string;
  attemptId?: string;
  sessionId?: string;
} {
  if (typeof value !== "object" || value === null) return {};
  const { seq, nodeId, attemptId, sessionId } = value as Record<string, unknown>;
  return {
    ...(typeof seq === "number" ? { seq } : {}),
    ...(typeof nodeId === "string" ? { nodeId } : {}),
    ...(typeof attemptId === "string" ? { attemptId } : {}),
    ...(typeof sessionId === "string" ? { sessionId } : {}),
  };
}
