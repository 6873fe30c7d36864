import type { BundleWriter, NewEvent } from "@flow-bundle/bundle";
import type { Ending } from "./ending.ts";
import { killOnExit } from "../process/kill-on-exit.ts";
import { asRecorded } from "../redact/index.ts";
import { errorText } from "./error-text.ts";
import { RecordingStopped, isStopped } from "./recording-stopped.ts";
import type { RunEnd } from "./run-options.ts";
import type { Run } from "./run.ts";

/** A run that came to its end, and why. */
export interface Finished {
  readonly end: RunEnd;
  readonly ending: Ending;
}

/**
 * Carries a run out and brings it to its end: what it started is stopped, then its last event is written, and the bundle
 * is closed.
 *
 * @param carryOut everything up to the last event.
 * @throws {RecordingStopped} when it cannot be recorded any further; what it started is stopped all the same.
 */
export async function finish(run: Run, carryOut: () => Promise<Ending>): Promise<Finished> {
  const { writer, processes } = run.scope;
  const release = killOnExit(processes);
  try {
    const ending = await stopped(run, await carryOut());
    await writer.append(lastEvent(ending));
    await writer.close();
    return { end: endOf(run, ending), ending };
  } catch (error) {
    await run.stop().catch(() => undefined);
    await writer.abandon().catch(() => undefined);
    if (!isStopped(error)) throw error;
    throw new RecordingStopped(writer.path, writer.state.upToSeq, error);
  } finally {
    release();
  }
}

/** Stops what the run has started. When that fails, the run has failed. */
async function stopped(run: Run, ending: Ending): Promise<Ending> {
  try {
    await run.stop();
    return ending;
  } catch (thrown) {
    if (isStopped(thrown)) throw thrown;
    if (ending.status === "failed" || ending.status === "timed_out") return ending;
    const error = `What the run had started could not be stopped: ${errorText(thrown)}`;
    return { status: "failed", error, thrown };
  }
}

function lastEvent(ending: Ending): NewEvent {
  const { status } = ending;
  switch (status) {
    case "completed":
      return { type: "run_completed", payload: { status } };
    case "failed":
      return { type: "run_failed", payload: { status, error: ending.error } };
    case "timed_out":
      return { type: "run_timed_out", payload: { status, error: ending.error } };
    case "waiting": {
      const { nodeId: waitingOn, attemptId, summary } = ending;
      const payload = { status, waitingOn, attemptId, ...(summary !== undefined && { summary }) };
      return { type: "run_waiting", payload };
    }
  }
}

function endOf({ scope: { writer }, state }: Run, ending: Ending): RunEnd {
  return {
    path: writer.path,
    runId: writer.runId,
    status: ending.status,
    ...("error" in ending && { error: asRecorded(writer, ending.error) }),
    ...(ending.status === "waiting" && { waitingOn: ending.nodeId }),
    ...("output" in ending && ending.output !== undefined && { output: ending.output }),
    record: writer.state,
    state: state.value,
  };
}

/** Gives the lock of a bundle back when something went wrong before its run went on. */
export async function orAbandon<Result>(
  writer: BundleWriter,
  begin: () => Promise<Result>,
): Promise<Result> {
  try {
    return await begin();
  } catch (error) {
    await writer.abandon().catch(() => undefined);
    throw error;
  }
}
