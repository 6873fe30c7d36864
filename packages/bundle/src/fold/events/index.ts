import type { EventType, TraceEvent } from "@flow-bundle/schema";
import type { MutableFold } from "../mutable-fold.ts";
import { acpPromptPrepared } from "./acp-prompt-prepared.ts";
import { acpResponseParsed } from "./acp-response-parsed.ts";
import { actionCompleted } from "./action-completed.ts";
import { actionPrepared } from "./action-prepared.ts";
import { artifactWritten } from "./artifact-written.ts";
import { nodeHeartbeat } from "./node-heartbeat.ts";
import { nodeOutcome } from "./node-outcome.ts";
import { nodeStarted } from "./node-started.ts";
import { runCompleted } from "./run-completed.ts";
import { runFailed } from "./run-failed.ts";
import { runResumed } from "./run-resumed.ts";
import { runStarted } from "./run-started.ts";
import { runTimedOut } from "./run-timed-out.ts";
import { runWaiting } from "./run-waiting.ts";
import { sessionBound } from "./session-bound.ts";

type Handler<Type extends EventType> = (
  fold: MutableFold,
  event: Extract<TraceEvent, { type: Type }>,
) => void;

const byType: { readonly [Type in EventType]: Handler<Type> } = {
  run_started: runStarted,
  run_completed: runCompleted,
  run_failed: runFailed,
  run_timed_out: runTimedOut,
  run_waiting: runWaiting,
  run_resumed: runResumed,
  node_started: nodeStarted,
  node_heartbeat: nodeHeartbeat,
  node_outcome: nodeOutcome,
  acp_prompt_prepared: acpPromptPrepared,
  acp_response_parsed: acpResponseParsed,
  action_prepared: actionPrepared,
  action_completed: actionCompleted,
  session_bound: sessionBound,
  artifact_written: artifactWritten,
};

/** What each event type does to the state. A type that is not here changes nothing. */
export const handlers: ReadonlyMap<string, (fold: MutableFold, event: TraceEvent) => void> =
  new Map(Object.entries(byType) as [string, (fold: MutableFold, event: TraceEvent) => void][]);
