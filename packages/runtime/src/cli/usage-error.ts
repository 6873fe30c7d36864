import { UsageError } from "../command-line/index.ts";

/** A node has no agent, or one that cannot be started. */
export class MissingAgentError extends UsageError {
  override readonly name = "MissingAgentError";
}
