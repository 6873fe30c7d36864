import type { FoldState } from "@flow-bundle/bundle";
import type { TraceEvent } from "@flow-bundle/schema";

/** What an event's attempt is, when the state of the run does not know it as one that goes on. */
export type Stranger = "restarted" | "never-started" | "never-started-again";

/** Types of the events that attempts have between their start and their outcome, and the outcome. */
const ofAttempts: ReadonlySet<string> = new Set([
  "node_heartbeat",
  "node_outcome",
  "acp_prompt_prepared",
  "acp_response_parsed",
  "action_prepared",
  "action_completed",
  "artifact_written",
]);

/** A hostile trace may name a new attempt in every line. */
const maxKnown = 10_000;

/**
 * Follows attempts that never started, or started twice. Either is one fault, of which the first event tells: so rules
 * about single events ask here before they report. See every event, in order, before it is folded.
 */
export class Strangers {
  readonly #fold: FoldState;
  readonly #restarted = new Set<string>();
  readonly #neverStarted = new Set<string>();

  constructor(fold: FoldState) {
    this.#fold = fold;
  }

  /** Undefined for attempts that are none, and for events that belong to no attempt. */
  see(event: TraceEvent): Stranger | undefined {
    const { attemptId } = event as { readonly attemptId?: string };
    if (attemptId === undefined || this.#fold.openAttempt?.attemptId === attemptId)
      return undefined;
    if (event.type === "node_started") {
      if (this.#fold.attempt(attemptId) !== undefined) this.#remember(this.#restarted, attemptId);
      return undefined;
    }
    if (this.#fold.terminal !== null || !ofAttempts.has(event.type)) return undefined;
    if (this.#restarted.has(attemptId)) return "restarted";
    if (this.#fold.attempt(attemptId) !== undefined) return undefined;
    if (this.#neverStarted.has(attemptId)) return "never-started-again";
    this.#remember(this.#neverStarted, attemptId);
    return "never-started";
  }

  #remember(set: Set<string>, attemptId: string): void {
    if (set.size < maxKnown) set.add(attemptId);
  }
}
