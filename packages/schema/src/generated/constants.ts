// Generated from spec/ by `pnpm generate`. Do not edit.

/** Identifiers that documents carry in `schema` and `traceSchema`. */
export const constants = {
  "bundleSchema": "acpx.flow-run-bundle.v1",
  "traceSchema": "acpx.flow-trace-event.v1",
  "flowSchema": "acpx.flow-definition-snapshot.v1",
  "sessionSchema": "acpx.session.v1",
  "viewModelSchema": "flow-run-bundle.view-model.v1",
  "reportSchema": "flow-run-bundle.report.v1"
} as const;

/** Paths in every bundle: the values of `paths` in the manifest. */
export const paths = {
  "manifest": "manifest.json",
  "flow": "flow.json",
  "trace": "trace.ndjson",
  "runProjection": "projections/run.json",
  "liveProjection": "projections/live.json",
  "stepsProjection": "projections/steps.json",
  "sessionsDir": "sessions",
  "artifactsDir": "artifacts"
} as const;

/** Event types that each version knows, in the order of the specification. */
export const eventTypes = {
  "1.0": [
    "run_started",
    "run_completed",
    "run_failed",
    "node_started",
    "node_heartbeat",
    "node_outcome",
    "acp_prompt_prepared",
    "acp_response_parsed",
    "action_prepared",
    "action_completed",
    "session_bound",
    "artifact_written"
  ],
  "1.1": [
    "run_started",
    "run_completed",
    "run_failed",
    "run_timed_out",
    "run_waiting",
    "run_resumed",
    "node_started",
    "node_heartbeat",
    "node_outcome",
    "acp_prompt_prepared",
    "acp_response_parsed",
    "action_prepared",
    "action_completed",
    "session_bound",
    "artifact_written"
  ]
} as const;

/** The scope of each event type. */
export const eventScopes = {
  "run_started": "run",
  "run_completed": "run",
  "run_failed": "run",
  "run_timed_out": "run",
  "run_waiting": "run",
  "run_resumed": "run",
  "node_started": "node",
  "node_heartbeat": "node",
  "node_outcome": "node",
  "acp_prompt_prepared": "acp",
  "acp_response_parsed": "acp",
  "action_prepared": "action",
  "action_completed": "action",
  "session_bound": "session",
  "artifact_written": "artifact"
} as const;

/** Run statuses, outcomes of attempts, and the statuses that end a run. */
export const runStatuses = [
  "running",
  "waiting",
  "completed",
  "failed",
  "timed_out"
] as const;
export const outcomes = [
  "ok",
  "failed",
  "timed_out",
  "cancelled"
] as const;
