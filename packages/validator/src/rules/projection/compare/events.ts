import type { AttemptState, FoldState } from "@flow-bundle/bundle";
import type { RelatedPlace } from "../../../engine/finding.ts";
import { traceFile } from "../../../engine/trace.ts";

/** Where the node_started of an attempt stands. In a good trace `seq` is the line. */
export function startPlace({ startedSeq }: AttemptState): RelatedPlace {
  return { file: traceFile, line: startedSeq, message: "its node_started" };
}

/** Where the node_outcome of an attempt stands; its node_started, when it has none. */
export function outcomePlace(attempt: AttemptState, pointer?: string): RelatedPlace {
  const { finishedSeq } = attempt;
  if (finishedSeq === undefined) return startPlace(attempt);
  return {
    file: traceFile,
    line: finishedSeq,
    ...(pointer !== undefined && { pointer }),
    message: "its node_outcome",
  };
}

/** The event that a field of `run.json` or `live.json` comes from, or that ended what it tells; none before the first. */
export function sourcePlaces(state: FoldState, field: string): readonly RelatedPlace[] {
  const { terminal, waiting, openAttempt, lastAttempt, upToSeq } = state;
  switch (field) {
    case "runId":
    case "flowName":
    case "runTitle":
    case "flowPath":
    case "startedAt":
      return event(state.started ? 1 : 0, "run_started");
    case "updatedAt":
      return event(upToSeq, "the last event that counts");
    case "currentNode":
    case "currentAttemptId":
    case "currentNodeType":
    case "currentNodeStartedAt":
    case "lastHeartbeatAt":
      if (openAttempt !== null)
        return event(openAttempt.startedSeq, "node_started of the open attempt");
      if (lastAttempt?.finishedSeq !== undefined) {
        return event(lastAttempt.finishedSeq, "node_outcome of the last attempt");
      }
  }
  if (terminal !== null) return event(terminal.seq, terminal.type);
  if (waiting !== null) return event(waiting.seq, "here the run began to wait");
  return event(upToSeq, "the last event that counts");
}

function event(line: number, message: string): RelatedPlace[] {
  return line > 0 ? [{ file: traceFile, line, message }] : [];
}
