import type { TraceEvent } from "@flow-bundle/schema";
import type { TraceHandlers, TraceLine } from "../../engine/rule.ts";

/** The session that an event names, and where in the event. */
export interface SessionUse {
  readonly sessionId: string;
  readonly pointer: string;
}

/** The session that an event uses; undefined when it uses none, or contradicts itself, which others tell. */
export function sessionUse(event: TraceEvent): SessionUse | undefined {
  const { sessionId, payload } = event as {
    readonly sessionId?: string;
    readonly payload: {
      readonly sessionId?: string;
      readonly conversation?: { readonly sessionId: string };
    };
  };
  if (payload.sessionId !== undefined && (sessionId ?? payload.sessionId) !== payload.sessionId) {
    return undefined;
  }
  if (payload.sessionId !== undefined) {
    return { sessionId: payload.sessionId, pointer: "/payload/sessionId" };
  }
  if (sessionId !== undefined) return { sessionId, pointer: "/sessionId" };
  if (payload.conversation === undefined) return undefined;
  return {
    sessionId: payload.conversation.sessionId,
    pointer: "/payload/conversation/sessionId",
  };
}

/** Handlers for all events that can use a session which another event binds. */
export function onSessionUse(handler: (line: TraceLine) => void): TraceHandlers {
  return {
    acp_prompt_prepared: handler,
    acp_response_parsed: handler,
    artifact_written: handler,
    node_outcome: handler,
  };
}
