import type { TraceEvent } from "@flow-bundle/schema";
import type { PlacedReference } from "./artifact-uses.ts";
import type { BundleContext } from "./context.ts";
import type { FindingInput } from "./finding.ts";
import type { SessionContext, SessionLine } from "./session-context.ts";

/** In this order the layers run; see docs of the validator. */
export const layers = [
  "container",
  "encoding",
  "schema",
  "references",
  "integrity",
  "trace",
  "projections",
  "sessions",
] as const;
export type Layer = (typeof layers)[number];

/** What a rule reads. A rule whose inputs failed is not evaluated. */
export type Input =
  | "manifest"
  | "flow"
  | "trace"
  | "run"
  | "live"
  | "steps"
  | "sessions"
  | "artifacts";

/** A good line of the trace: strict JSON, valid against its schema. */
export interface TraceLine {
  readonly event: TraceEvent;
  /** Line number, from 1. */
  readonly line: number;
  /** Offset of the line's first byte in trace.ndjson. */
  readonly byteOffset: number;
  /** Length of the line in bytes, without the LF. */
  readonly bytes: number;
  /** The references to artifacts that the event carries. */
  readonly references: readonly PlacedReference[];
}

/**
 * What a rule wants to see while the trace streams by. Handlers run before the event is folded, so `ctx.fold` is the
 * state the event meets. `"*"` sees every event, after the handlers of its own type.
 */
export type TraceHandlers = { readonly [type: string]: (line: TraceLine) => void };

/** What a rule of one bundle listens to. Every part is optional; parts run in the order they are listed here. */
export interface Handlers {
  /** While the trace is read, line by line. */
  readonly on?: TraceHandlers;
  /** When the trace was read to its end; `ctx.fold` is complete. */
  traceEnd?(): void | Promise<void>;
  /** For each session of the bundle, before its events: binding, record, and the ranges that the trace claims. */
  session?(session: SessionContext): SessionHandlers | void;
  /** When everything was read. */
  end?(): void | Promise<void>;
}

/** What a rule listens to in one session. */
export interface SessionHandlers {
  /** Each good line of events.ndjson, in order. */
  line?(line: SessionLine): void;
  /** After the last line. */
  end?(): void | Promise<void>;
}

/** Adds a finding of the rule. Severity comes from the rule catalogue for the bundle's version. */
export type ReportFinding = (finding: FindingInput) => void;

/** One rule. Its metadata (severity per version, requirement, texts) live in `spec/rules/<id>.md`. */
export interface Rule {
  readonly id: string;
  /** Inputs that must be good; else the rule is listed as not evaluated, with the cause. */
  readonly needs: readonly Input[];
  /** False: the rule is listed as not applicable to this bundle. Asked once manifest and documents were read. */
  applies?(ctx: BundleContext): boolean;
  /** Called once per bundle, after the documents were read and before the trace. */
  check(ctx: BundleContext, report: ReportFinding): Handlers | void;
}
