import type { AcpPromptPrepared, AcpResponseParsed, NodeOutcome } from "@flow-bundle/schema";
import type { BundleContext } from "../../engine/context.ts";
import type { TraceHandlers, TraceLine } from "../../engine/rule.ts";
import { LateTypes } from "../trace/late-types.ts";

/** An event of a turn, and the line that it stands on. */
export interface TurnEvent<Event> {
  readonly event: Event;
  readonly line: number;
}

/** What the trace said of the turn of the open attempt. */
export interface TurnTrack {
  readonly prepared: TurnEvent<AcpPromptPrepared> | undefined;
  readonly parsed: TurnEvent<AcpResponseParsed> | undefined;
  /** One of the two comes twice: attempt/event-order says so, and nobody knows which one is meant. */
  readonly repeated: boolean;
  /** Its events that stand at another place; ask at the end of the trace. */
  readonly late: LateTypes;
}

/** Follows the turn of each attempt and calls `onOutcome` with what was seen when the attempt ends. */
export function followTurns(
  { fold }: BundleContext,
  onOutcome: (at: TraceLine, event: NodeOutcome, turn: TurnTrack) => void,
): TraceHandlers {
  const late = new LateTypes(fold);
  let attemptId: string | undefined;
  let prepared: TurnTrack["prepared"];
  let parsed: TurnTrack["parsed"];
  let repeated = false;

  /** False for an event that does not belong to the open attempt. */
  const enter = ({ event }: TraceLine): boolean => {
    if (late.see(event)) return false;
    const own = fold.openAttempt?.attemptId;
    if (own !== attemptId) {
      attemptId = own;
      prepared = undefined;
      parsed = undefined;
      repeated = false;
    }
    return true;
  };
  return {
    acp_prompt_prepared: (at) => {
      if (!enter(at)) return;
      repeated ||= prepared !== undefined;
      prepared = { event: at.event as AcpPromptPrepared, line: at.line };
    },
    acp_response_parsed: (at) => {
      if (!enter(at)) return;
      repeated ||= parsed !== undefined;
      parsed = { event: at.event as AcpResponseParsed, line: at.line };
    },
    node_outcome: (at) => {
      const event = at.event as NodeOutcome;
      // Strays are attempt/not-open.
      if (fold.openAttempt?.attemptId !== event.attemptId) return;
      const isOwn = attemptId === event.attemptId;
      onOutcome(at, event, {
        prepared: isOwn ? prepared : undefined,
        parsed: isOwn ? parsed : undefined,
        repeated: isOwn && repeated,
        late,
      });
    },
  };
}
