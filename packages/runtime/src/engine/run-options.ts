import type { FoldState, Host } from "@flow-bundle/bundle";
import type { TraceEvent } from "@flow-bundle/schema";
import type { FlowRunnerOptions, FlowRunState, FlowRunStatus } from "../authoring/types.ts";
import type { ProcessOwner } from "../process/owned-process.ts";

/** How to run one flow. */
export interface RunOptions extends FlowRunnerOptions {
  /** Absolute path of the flow file, for the record and for resuming. */
  readonly flowPath?: string;
  /** Default working directory of nodes. Default: that of the process. */
  readonly cwd?: string;
  /** Aborting it ends the run as failed, with `Interrupted`. */
  readonly interrupt?: AbortSignal;
  /** Called after each event that was recorded, in order. */
  readonly observe?: (event: TraceEvent, state: FoldState) => void;
  /** Clock, ids and files. Default: those of the machine. */
  readonly host?: Host;
  /** Starts the processes of the run; one of one's own can kill them all at once. */
  readonly processes?: ProcessOwner;
}

/** A run that ended, or waits. */
export interface RunEnd {
  /** Absolute path of the bundle. */
  readonly path: string;
  readonly runId: string;
  readonly status: Exclude<FlowRunStatus, "running">;
  /** Why it failed or timed out: the whole text, without secrets, as it was recorded. */
  readonly error?: string;
  /** Node id of the checkpoint that the run waits for. */
  readonly waitingOn?: string;
  /**
   * Output of the last attempt when the run completed or waits: its JSON form, as it was recorded apart from redaction.
   * Absent when there is none.
   */
  readonly output?: unknown;
  /** The run as it is recorded. */
  readonly record: FoldState;
  /** The run as its nodes saw it, and perhaps changed it. */
  readonly state: FlowRunState;
}
