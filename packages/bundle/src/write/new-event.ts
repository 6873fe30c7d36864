import type { EventType, NodeOutcome, TraceEvent } from "@flow-bundle/schema";

type EventOf<Type extends EventType> = Extract<TraceEvent, { type: Type }>;

type PayloadOf<Event extends TraceEvent> = Event extends NodeOutcome
  ? Omit<Event["payload"], "durationMs">
  : Event["payload"];

type OfType<Type extends EventType> = Pick<EventOf<Type>, "type" | "nodeId" | "attemptId"> & {
  /** When it happened, `YYYY-MM-DDTHH:mm:ss.sssZ`; default: now. Never before the event before: the writer clamps. */
  readonly at?: string;
  /** Default: that of the payload, for the types that have one there. */
  readonly sessionId?: EventOf<Type>["sessionId"];
  readonly payload: PayloadOf<EventOf<Type>>;
};

/** What the writer appends by itself: the beginning of the run, and sessions. */
type OwnTypes = "run_started" | "session_bound";

/** An event of a producer's own; the name of its type begins with `x_`. Readers ignore it. */
export interface ExtensionEvent {
  readonly type: `x_${string}`;
  readonly scope: string;
  readonly at?: string;
  readonly nodeId?: string;
  readonly attemptId?: string;
  readonly sessionId?: string;
  readonly payload: { readonly [key: string]: unknown };
}

/**
 * An event as a producer hands it to the writer, which adds `seq`, `at`, `runId`, `scope` and, on the envelope,
 * `artifact` and `sessionId`. `durationMs` of `node_outcome` is computed. See spec/text/trace.md.
 */
export type NewEvent =
  | { [Type in Exclude<EventType, OwnTypes>]: OfType<Type> }[Exclude<EventType, OwnTypes>]
  | ExtensionEvent;

/** The same, with the types that only the writer itself appends. */
export type AnyNewEvent = { [Type in EventType]: OfType<Type> }[EventType] | ExtensionEvent;
