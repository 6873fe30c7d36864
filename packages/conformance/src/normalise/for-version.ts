import type { ExpectedAttempt, ExpectedRun } from "../generated/types.ts";

/** Events that version 1.0 does not have. */
const since11 = new Set(["run_waiting", "run_resumed"]);

/**
 * What a case expects of a bundle of a version. Cases say what 1.1 asks for; 1.0 asks for less, and for nothing that a
 * bundle of it cannot have:
 *
 * - the status of a run that timed out stands in `run_failed`, and that a run waits in the manifest alone
 *   (trace-timed-out-as-failed, trace-waiting-missing);
 * - attempts that are not ok may lack receipts and the events that come with them (action-receipt,
 *   action-completed-missing, session-receipt);
 * - the output of a command may have been made text before it was recorded (action-output-bytes), and nothing says that
 *   it was cut.
 */
export function expectedOf(expected: ExpectedRun, version: string): ExpectedRun {
  if (version !== "1.0") return expected;
  const { events, ...same } = expected;
  return {
    ...same,
    attempts: expected.attempts.map((attempt) => attemptOf10(attempt)),
    ...(events !== undefined && {
      events: events
        .filter((type) => !since11.has(type))
        .map((type) => (type === "run_timed_out" ? "run_failed" : type)),
    }),
  };
}

function attemptOf10(attempt: ExpectedAttempt): ExpectedAttempt {
  const {
    nodeId,
    outcome,
    error,
    timeoutMs,
    stdout,
    stderr,
    truncated: _truncated,
    ...rest
  } = attempt;
  if (outcome !== "ok") {
    return {
      nodeId,
      outcome,
      ...(error !== undefined && { error }),
      ...(timeoutMs !== undefined && { timeoutMs }),
    };
  }
  return {
    ...rest,
    nodeId,
    outcome,
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(typeof stdout === "string" && { stdout }),
    ...(typeof stderr === "string" && { stderr }),
  };
}
