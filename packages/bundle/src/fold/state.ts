import type {
  ActionPrepared,
  ActionReceipt,
  ArtifactReference,
  ConversationRange,
  NodeOutcome,
  RunView,
  ViewValue,
} from "@flow-bundle/schema";

/** Status of a run. */
export type RunStatus = RunView["status"];

/** Outcome of an attempt. */
export type Outcome = NodeOutcome["payload"]["outcome"];

/** What action_prepared tells of an action: there is no end yet. */
export type PreparedAction = ActionPrepared["payload"]["action"];

/** Receipts of an attempt: what it used and left, without its output. */
export interface Receipts<Action = ActionReceipt> {
  sessionId?: string;
  promptArtifact?: ArtifactReference;
  rawResponseArtifact?: ArtifactReference;
  conversation?: ConversationRange;
  action?: Action;
  stdoutArtifact?: ArtifactReference;
  stderrArtifact?: ArtifactReference;
  errorArtifact?: ArtifactReference;
}

/** Receipts from events before the outcome: the action may not have ended. */
export type EarlierReceipts = Receipts<ActionReceipt | PreparedAction>;

/** One attempt, from its node_started on. */
export interface AttemptState {
  readonly attemptId: string;
  /** From node_started; other events of the attempt cannot change it. */
  readonly nodeId: string;
  /** From node_started. */
  readonly nodeType: string;
  readonly startedSeq: number;
  readonly startedAt: string;
  /** `seq` of node_outcome; undefined until it came. */
  readonly finishedSeq: number | undefined;
  /** `at` of node_outcome. */
  readonly finishedAt: string | undefined;
  /** Null until node_outcome came. */
  readonly outcome: Outcome | null;
  /** As node_outcome says. */
  readonly durationMs: number | undefined;
  /** Null until node_outcome came, and when it is ok. */
  readonly error: string | null;
  /** Of node_outcome, or of the run_resumed that replaced it; null when there is none. */
  readonly output: ViewValue | null;
  /** Receipts of node_outcome alone; empty until it came. */
  readonly receipts: Readonly<Receipts>;
  /**
   * Receipts that session_bound, acp_* and action_* events of the attempt gave. Once node_outcome came, only those that
   * it does not have (released writers before acpx 0.19 drop them when an attempt fails).
   */
  readonly earlier: Readonly<EarlierReceipts>;
}

/** One node that has been started. */
export interface NodeState {
  readonly nodeId: string;
  /** In order of node_started. */
  readonly attempts: readonly AttemptState[];
  /** The last attempt with an outcome. */
  readonly lastFinished: AttemptState | null;
  /** The last attempt whose outcome is ok. Its output is the node's output; it may have none. */
  readonly lastOk: AttemptState | null;
}

/** One session, from session_bound. */
export interface SessionState {
  readonly sessionId: string;
  readonly handle: string;
  readonly bindingArtifact: ArtifactReference;
  readonly boundSeq: number;
  /** The attempt that was open then: the one that caused it. */
  readonly boundBy: AttemptState | null;
}

/** One file in `artifacts/` that the trace refers to. */
export interface ArtifactState {
  readonly reference: ArtifactReference;
  /** `seq` of the first event with a reference to it. */
  readonly firstSeq: number;
}

/** The event that ended the run. */
export interface Terminal {
  readonly type: "run_completed" | "run_failed" | "run_timed_out";
  readonly seq: number;
  readonly at: string;
}

/** What a waiting run waits for. */
export interface Waiting {
  readonly nodeId: string;
  readonly attemptId: string;
  readonly summary?: string;
  /** `seq` of run_waiting (1.0: of the checkpoint's node_outcome). */
  readonly seq: number;
}

/** How many events changed nothing, by reason. */
export interface IgnoredEvents {
  /** The fold does not know the type, or it is one of 1.1 in a bundle of 1.0 and cannot be understood. */
  readonly unknownType: number;
  /** Of an attempt that was never started, or has ended, or (receipts) cannot have such an event. */
  readonly stray: number;
  /** A second start, outcome, binding or resumption of the same thing. */
  readonly repeated: number;
  /** After the terminal event. */
  readonly afterTerminal: number;
}
