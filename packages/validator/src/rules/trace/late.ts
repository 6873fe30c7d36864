import type { FoldState } from "@flow-bundle/bundle";
import type { TraceEvent } from "@flow-bundle/schema";
import { wasInterrupted } from "../attempt/without-outcome.ts";

/** Types whose events belong to the open attempt; see spec/text/trace.md#trace-late-event. */
const ofAttempts: ReadonlySet<string> = new Set([
  "acp_prompt_prepared",
  "acp_response_parsed",
  "action_prepared",
  "action_completed",
  "artifact_written",
]);

const remedy =
  "stop the work of an attempt before its outcome is written, and record nothing of it afterwards";

/** Why an event does not belong to the open attempt, and where in the event that shows. */
export interface Lateness {
  readonly message: string;
  readonly pointer: string;
  readonly expected?: string;
  readonly actual?: string;
  /** What to do about it in 1.1; in 1.0 it is the work of an attempt that had ended, or of a run. */
  readonly remedy: string;
  /** The attempt that it names lost its turn to another: attempt/one-open says so. */
  readonly overtaken?: true;
  /** It does not fit the type of the attempt's node. */
  readonly misfit?: true;
}

/**
 * Why an event that should belong to the open attempt does not, or undefined when it does. In 1.0 that includes what
 * released acpx versions before 0.19 write while the work of an attempt that timed out goes on, and whatever comes
 * after the end of a run that a signal ended.
 */
export function lateness(event: TraceEvent, fold: FoldState): Lateness | undefined {
  const { type } = event;
  const ofAttempt = ofAttempts.has(type);
  const { openAttempt, terminal } = fold;
  if (terminal !== null) {
    if (!ofAttempt && !(fold.version === "1.0" && maySpill(type, fold))) return undefined;
    return { message: `${type} was written after ${terminal.type}`, pointer: "/type", remedy };
  }
  if (!ofAttempt && !(type === "node_heartbeat" && fold.version === "1.0")) return undefined;
  const { attemptId } = event as { readonly attemptId?: string };
  if (openAttempt === null) {
    return { message: `${type} was written while no attempt was open`, pointer: "/type", remedy };
  }
  if (attemptId === openAttempt.attemptId) {
    return ofAttempt ? misfit(event, openAttempt, fold) : undefined;
  }
  const open = JSON.stringify(openAttempt.attemptId);
  if (attemptId === undefined) {
    return {
      message: `${type} names no attempt, while ${open} is open`,
      pointer: "/type",
      expected: openAttempt.attemptId,
      remedy,
    };
  }
  const overtaken = fold.attempt(attemptId)?.outcome === null;
  return {
    message: `${type} of ${JSON.stringify(attemptId)} was written while ${open} is open`,
    pointer: "/attemptId",
    expected: openAttempt.attemptId,
    actual: attemptId,
    remedy,
    ...(overtaken ? { overtaken } : {}),
  };
}

/** Why an event of the open attempt cannot be its own. */
function misfit(
  event: TraceEvent,
  { nodeType, receipts, earlier }: NonNullable<FoldState["openAttempt"]>,
  fold: FoldState,
): Lateness | undefined {
  const { type } = event;
  const scope = type.slice(0, type.indexOf("_"));
  if ((scope === "acp" || scope === "action") && isKnownOther(nodeType, scope)) {
    return {
      message: `${type} in an attempt of a node of type ${nodeType}`,
      pointer: "/type",
      remedy: `write ${scope} events for attempts of ${scope} nodes only`,
      misfit: true,
    };
  }
  const { sessionId, payload } = event as {
    readonly sessionId?: string;
    readonly payload: { readonly sessionId?: string };
  };
  // Two ids in one event are trace/session-id.
  if (sessionId === undefined || (scope === "acp" && sessionId !== payload.sessionId))
    return undefined;
  if (isKnownOther(nodeType, "acp")) {
    return {
      message: `${type} with a session, in an attempt of a node of type ${nodeType}`,
      pointer: "/sessionId",
      remedy: "only attempts of acp nodes use a session",
      misfit: true,
    };
  }
  const own = receipts.sessionId ?? earlier.sessionId;
  // A session that was never bound is session/unknown or trace/session-id, whichever event names it.
  if (own === undefined || sessionId === own || fold.session(own) === undefined) return undefined;
  return {
    message: `${type} names another session than the one that the attempt uses`,
    pointer: "/sessionId",
    expected: own,
    actual: sessionId,
    remedy: "an attempt uses one session, from its prompt to its outcome",
  };
}

/** True for what released writers may write after the terminal event, apart from the events of attempts. */
function maySpill(type: string, fold: FoldState): boolean {
  // A late prompt or command announces itself; a signal ends the run while its loop still writes.
  return type === "node_heartbeat" || type === "session_bound" || wasInterrupted(fold);
}

/** Node types are an open set: only the four known ones tell what an attempt cannot do. */
export function isKnownOther(nodeType: string, wanted: string): boolean {
  return nodeType !== wanted && ["acp", "action", "compute", "checkpoint"].includes(nodeType);
}
