import { RequestError } from "@agentclientprotocol/sdk";

const maxDetail = 2000;

/** An agent could not be started, ended too early, or did what the protocol does not allow. */
export class AgentError extends Error {
  override readonly name = "AgentError";
}

/** What a failed request to the agent means for people. */
export function requestFailure(agent: string, method: string, error: unknown): Error {
  if (!(error instanceof RequestError)) return asError(error);
  const said = error.message.trim() === "" ? "no message" : error.message;
  const data = detailsOf(error.data);
  const more = data === "" || said.includes(data) ? "" : `: ${data}`;
  return new AgentError(
    `${agent} answered ${method} with the error ${error.code} (${said}${more})`,
    { cause: error },
  );
}

/** A value that was thrown, as an error. */
export function asError(value: unknown): Error {
  return value instanceof Error ? value : new Error(String(value));
}

/** The beginning of a text that may be long. */
export function beginning(text: string, length = maxDetail): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

function detailsOf(data: unknown): string {
  if (data === undefined || data === null) return "";
  if (typeof data === "string") return beginning(data);
  if (typeof data === "object" && "details" in data && typeof data.details === "string") {
    return beginning(data.details);
  }
  const text = JSON.stringify(data);
  return text === "{}" ? "" : beginning(text);
}

/** The code of a system error, such as `ENOENT`. */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
