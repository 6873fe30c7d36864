import { isObject, listIn, member, textAt, type Json } from "./values.ts";

/** What the answer to `initialize` tells. */
export interface AgentAnswer {
  readonly protocolVersion: unknown;
  readonly capabilities: Json | undefined;
  /** Title or name of the agent, and its version. */
  readonly name: string | undefined;
  readonly version: string | undefined;
}

/** Reads the result of `initialize`. */
export function decodeAgentAnswer(result: unknown): AgentAnswer {
  const capabilities = member(result, "agentCapabilities");
  const info = member(result, "agentInfo");
  return {
    protocolVersion: member(result, "protocolVersion"),
    capabilities: isObject(capabilities) ? capabilities : undefined,
    name: textAt(info, "title") ?? textAt(info, "name"),
    version: textAt(info, "version"),
  };
}

/** What answers tell about a session: that to `session/new`, `session/load` and others. */
export interface SessionAnswer {
  readonly sessionId: string | undefined;
  readonly modeId: string | undefined;
  readonly configOptions: readonly unknown[] | undefined;
}

/** Reads the result of a request about a session. */
export function decodeSessionAnswer(result: unknown): SessionAnswer {
  return {
    sessionId: textAt(result, "sessionId"),
    modeId: textAt(member(result, "modes"), "currentModeId"),
    configOptions: listIn(result, "configOptions"),
  };
}

/** How a turn ended. */
export interface PromptAnswer {
  /** Such as `end_turn`, `cancelled` or `refusal`. */
  readonly stopReason: string | undefined;
  /** Token counts, as the agent names them. */
  readonly usage: unknown;
}

/** Reads the result of `session/prompt`. */
export function decodePromptAnswer(result: unknown): PromptAnswer {
  return { stopReason: textAt(result, "stopReason"), usage: member(result, "usage") };
}

/** What was answered to `session/request_permission`. */
export interface PermissionAnswer {
  /** Id of the option that was chosen. */
  readonly chosen: string | undefined;
  /** The turn was cancelled instead. */
  readonly isCancelled: boolean;
}

/** Reads the result of `session/request_permission`. */
export function decodePermissionAnswer(result: unknown): PermissionAnswer {
  const outcome = member(result, "outcome");
  return {
    chosen: textAt(outcome, "optionId"),
    isCancelled: textAt(outcome, "outcome") === "cancelled",
  };
}

/** An error that came instead of a result. */
export interface AnswerError {
  readonly code: number | undefined;
  readonly message: string;
  readonly data: unknown;
}

/** Reads the `error` of an answer; undefined when there is none. */
export function decodeError(error: unknown): AnswerError | undefined {
  if (error === undefined) return undefined;
  const code = member(error, "code");
  return {
    code: typeof code === "number" ? code : undefined,
    message: textAt(error, "message") ?? "The error has no message",
    data: member(error, "data"),
  };
}
