/** What the caller got wrong. */
export type FlowErrorCode =
  /** The definition of the flow has mistakes. */
  | "definition"
  /** The flow file cannot be loaded. */
  | "load"
  /** The flow needs more permissions than were granted. */
  | "permissions"
  /** The input is no JSON value. */
  | "input"
  /** There is no such run, or more than one. */
  | "run"
  /** The run was interrupted before it began. */
  | "interrupted"
  /** The run cannot go on: it has ended, or its flow is another one now. */
  | "resume";

/** Something that the caller can mend. The message is complete: what is wrong, where, and what to do. */
export class FlowError extends Error {
  override readonly name = "FlowError";
  readonly code: FlowErrorCode;

  constructor(code: FlowErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
