import type { ArtifactReference, RunView, TraceEvent } from "@flow-bundle/schema";
import type {
  ArtifactState,
  AttemptState,
  IgnoredEvents,
  NodeState,
  RunStatus,
  SessionState,
  Terminal,
  Waiting,
} from "./state.ts";
import { MutableFold } from "./mutable-fold.ts";

/** How to fold. */
export interface FoldOptions {
  /**
   * Minor version of the bundle (default `"1.1"`). It changes one thing: version 1.0 has no `run_waiting`, so there the
   * ok outcome of a checkpoint puts the run into `waiting`, until an attempt starts or the run ends.
   */
  readonly version?: "1.0" | "1.1";
  /** What the manifest says about the run, for the time before the first event; `run_started` replaces it. */
  readonly run?: RunHead;
}

/** What is known of a run before its first event. `startedAt` is `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export interface RunHead {
  readonly runId: string;
  readonly flowName: string;
  readonly runTitle?: string;
  readonly flowPath?: string;
  readonly startedAt: string;
}

/** State of a run after the events folded so far. Live: reading it again after another event shows the new state. */
export interface FoldState {
  readonly version: "1.0" | "1.1";
  /** `seq` of the last event folded; 0 before the first. */
  readonly upToSeq: number;
  /** `at` of the last event folded. */
  readonly lastAt: string | undefined;
  /** `type` of the last event folded. */
  readonly lastType: string | undefined;
  /** From the first event (or {@link FoldOptions.run}); undefined before. */
  readonly runId: string | undefined;
  readonly flowName: string | undefined;
  readonly runTitle: string | undefined;
  readonly flowPath: string | undefined;
  /** `at` of run_started. */
  readonly startedAt: string | undefined;
  /** True once run_started came. */
  readonly started: boolean;
  readonly inputArtifact: ArtifactReference | undefined;
  readonly status: RunStatus;
  /** The first terminal event. After it only `upToSeq`, `lastAt`, `artifacts` and `ignored` change. */
  readonly terminal: Terminal | null;
  /** `at` of the terminal event. */
  readonly finishedAt: string | undefined;
  /** Error of the run, from the terminal event. */
  readonly error: string | undefined;
  /** The checkpoint that the run waits for now. */
  readonly waiting: Waiting | null;
  /** Its node: `waiting?.nodeId`. */
  readonly waitingOn: string | undefined;
  /**
   * What the run is doing, in words: of the open attempt the last one told; when it waits, the summary or the node id;
   * when it failed or timed out, the error; else undefined.
   */
  readonly statusDetail: string | undefined;
  /** The attempt that started last, if it has no outcome and the run has not ended. */
  readonly openAttempt: AttemptState | null;
  /** `at` of the open attempt's last heartbeat, or of its start; undefined when none is open. */
  readonly lastHeartbeatAt: string | undefined;
  /** `at` of the open attempt's node_started; undefined when none is open. */
  readonly currentNodeStartedAt: string | undefined;
  /** The attempt that started last, open or not. */
  readonly lastAttempt: AttemptState | null;
  /** In order of node_started. */
  readonly attempts: readonly AttemptState[];
  /** In order of node_outcome. */
  readonly finishedAttempts: readonly AttemptState[];
  attempt(attemptId: string): AttemptState | undefined;
  /** In order of their first node_started. */
  readonly nodes: readonly NodeState[];
  node(nodeId: string): NodeState | undefined;
  /** In order of session_bound. */
  readonly sessions: readonly SessionState[];
  session(sessionId: string): SessionState | undefined;
  /** Every reference into `artifacts/`, once per path, in order of first appearance. */
  readonly artifacts: readonly ArtifactState[];
  artifact(path: string): ArtifactState | undefined;
  /** Events that changed nothing but `upToSeq` and `lastAt`, by reason. */
  readonly ignored: IgnoredEvents;
}

/** The fold: the one place that turns trace events into run state. */
export interface Fold extends FoldState {
  /**
   * Folds the next event of the trace. The event must be valid against its schema; then this never throws, in whatever
   * order events come. Parts of the event are kept by reference: do not change it afterwards.
   */
  apply(event: TraceEvent): void;
  /** The view-model as plain JSON. Builds new objects each time (shared only below the level of its own fields). */
  view(): RunView;
}

/**
 * Starts a fold before the first event of a trace.
 *
 * Handling of traces that break the rules: a second node_started or node_outcome of an attempt, a second session_bound
 * of a session, a second run_started, and anything of an attempt that was never started change nothing (they are counted
 * in `ignored`); after the terminal event nothing changes but `upToSeq`, `lastAt` and `artifacts`.
 */
export function createFold(options: FoldOptions = {}): Fold {
  return new MutableFold(options.version ?? "1.1", options.run);
}
