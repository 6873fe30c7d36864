import type { FoldState } from "@flow-bundle/bundle";
import type { TraceEvent } from "@flow-bundle/schema";
import type { RunEnd } from "../../engine/run-options.ts";

/** Tells the user how a run goes. Results go to standard output, progress to standard error. */
export interface Reporter {
  /** An event was recorded. */
  observe(event: TraceEvent, state: FoldState): void;
  /** The run ended, or waits. */
  end(end: RunEnd): void;
  /** A text from elsewhere, such as what a flow logs, on standard error. */
  interject(text: string): void;
  /** Takes away what stands on the terminal only while the run goes on. */
  close(): void;
}

/** Id of the attempt that made a run fail or time out; undefined when none did. */
export function failedAttempt({ status, record }: RunEnd): string | undefined {
  if (status !== "failed" && status !== "timed_out") return undefined;
  const { lastAttempt } = record;
  return lastAttempt === null || lastAttempt.outcome === "ok" ? undefined : lastAttempt.attemptId;
}

/** Id of the attempt at the checkpoint that a run waits at; undefined when it does not wait. */
export function waitingAttempt({ status, record }: RunEnd): string | undefined {
  return status === "waiting" ? record.lastAttempt?.attemptId : undefined;
}
