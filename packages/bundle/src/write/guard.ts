import type { Flow, TraceEvent } from "@flow-bundle/schema";
import type { FoldState } from "../fold/fold.ts";
import { BundleWriteError } from "./errors.ts";

const terminals: ReadonlySet<string> = new Set(["run_completed", "run_failed", "run_timed_out"]);

/** Whether a type ends the run. */
export function isTerminal(type: string): boolean {
  return terminals.has(type);
}

/** Whether the last event is the ok outcome of a checkpoint: then the run waits, and has to say so. */
export function hasPassedCheckpoint({ lastType, lastAttempt }: FoldState): boolean {
  return (
    lastType === "node_outcome" &&
    lastAttempt?.nodeType === "checkpoint" &&
    lastAttempt.outcome === "ok"
  );
}

/**
 * Refuses an event that cannot come now, by the order that the specification demands (spec/text/run-lifecycle.md,
 * attempts.md). Which node follows which is the producer's business.
 */
export function checkOrder(fold: FoldState, flow: Flow, event: TraceEvent): void {
  const wrong = orderProblem(fold, flow, event);
  if (wrong !== undefined) throw new BundleWriteError("refused", `${event.type}: ${wrong}`);
}

function orderProblem(fold: FoldState, flow: Flow, event: TraceEvent): string | undefined {
  const { type } = event;
  if (fold.terminal !== null) return `the run has ended with ${fold.terminal.type}`;
  if (fold.started !== (type !== "run_started")) return "run_started comes first, and once";
  if (isTerminal(type)) {
    return fold.openAttempt === null
      ? undefined
      : `attempt ${quoted(fold.openAttempt.attemptId)} has no outcome yet`;
  }
  if (fold.status === "waiting" && !isResumption(event)) {
    return `the run waits at ${quoted(fold.waitingOn)}; only run_resumed with cause "input" or an end may follow`;
  }
  if (type === "run_waiting") return waitingProblem(fold, event);
  if (hasPassedCheckpoint(fold)) return "run_waiting or an end has to follow a passed checkpoint";
  if (type === "run_resumed") return resumptionProblem(fold, event);
  if (type === "node_started") return startProblem(fold, flow, event);
  return attemptProblem(fold, event);
}

function isResumption(event: TraceEvent): boolean {
  return event.type === "run_resumed" && event.payload.cause === "input";
}

function waitingProblem(
  fold: FoldState,
  { payload }: Extract<TraceEvent, { type: "run_waiting" }>,
): string | undefined {
  if (!hasPassedCheckpoint(fold)) return "it directly follows the ok outcome of a checkpoint";
  const { attemptId, nodeId } = fold.lastAttempt ?? {};
  return payload.attemptId === attemptId && payload.waitingOn === nodeId
    ? undefined
    : `the checkpoint is ${quoted(nodeId)}, its attempt ${quoted(attemptId)}`;
}

function resumptionProblem(
  fold: FoldState,
  { payload }: Extract<TraceEvent, { type: "run_resumed" }>,
): string | undefined {
  if (payload.cause === "input" && fold.status !== "waiting") return "the run does not wait";
  if (fold.openAttempt !== null) {
    return `attempt ${quoted(fold.openAttempt.attemptId)} has no outcome yet`;
  }
  return undefined;
}

function startProblem(
  fold: FoldState,
  flow: Flow,
  { nodeId, attemptId, payload }: Extract<TraceEvent, { type: "node_started" }>,
): string | undefined {
  if (fold.openAttempt !== null) {
    return `attempt ${quoted(fold.openAttempt.attemptId)} is open; one attempt is open at a time`;
  }
  if (fold.attempt(attemptId) !== undefined) {
    return `there was an attempt ${quoted(attemptId)} already`;
  }
  const node = Object.hasOwn(flow.nodes, nodeId) ? flow.nodes[nodeId] : undefined;
  if (node === undefined) return `the flow has no node ${quoted(nodeId)}`;
  return node.nodeType === payload.nodeType
    ? undefined
    : `nodeType of ${quoted(nodeId)} is ${quoted(node.nodeType)} in the flow`;
}

function attemptProblem(
  fold: FoldState,
  { type, nodeId, attemptId, payload }: TraceEvent,
): string | undefined {
  if (attemptId === undefined && nodeId === undefined) return undefined;
  const open = fold.openAttempt;
  if (open === null || open.attemptId !== attemptId) {
    return `attempt ${quoted(attemptId)} is not open`;
  }
  if (open.nodeId !== nodeId) {
    return `attempt ${quoted(attemptId)} belongs to node ${quoted(open.nodeId)}`;
  }
  return type === "node_outcome" && payload.nodeType !== open.nodeType
    ? `nodeType of the attempt is ${quoted(open.nodeType)}`
    : undefined;
}

function quoted(text: string | undefined): string {
  return JSON.stringify(text);
}
