import { methods } from "@agentclientprotocol/sdk";
import type { AgentContext, SessionUpdate } from "@agentclientprotocol/sdk";
import type { Session, Sessions } from "./sessions.ts";

/** Where steps are executed: in the answer to a request of the client. */
export interface Turn {
  readonly client: AgentContext;
  readonly sessions: Sessions;
  /** Absent before there is a session. */
  readonly session?: Session;
  readonly prompt: string;
  readonly cancel: "obey" | "ignore";
  /** Whether updates belong to the session's history. */
  readonly remember: boolean;
  /** What the client answered last: `{{last}}`. */
  last: string;
}

/** Ends a turn with an answer. */
export class TurnEnd extends Error {
  readonly answer: Record<string, unknown>;

  constructor(answer: Record<string, unknown>) {
    super("The turn is over");
    this.answer = answer;
  }
}

/** Sends an update of the turn's session. */
export async function send(turn: Turn, update: SessionUpdate, sessionId?: string): Promise<void> {
  const { client, session, sessions, remember } = turn;
  if (session !== undefined && remember) sessions.note(session, update);
  await client.notify(methods.client.session.update, {
    sessionId: sessionId ?? session?.id ?? "",
    update,
  });
}
