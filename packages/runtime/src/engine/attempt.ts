import type { ArtifactContent, ArtifactOptions, NewEvent } from "@flow-bundle/bundle";
import type { ArtifactReference, NodeOutcome } from "@flow-bundle/schema";
import type { FlowNodeContext, FlowNodeDefinition } from "../authoring/types.ts";

/** The part of an outcome that says what the attempt left behind; see spec/text/attempts.md. */
export type Receipts = Partial<
  Pick<
    NodeOutcome["payload"],
    | "sessionId"
    | "promptArtifact"
    | "rawResponseArtifact"
    | "conversation"
    | "action"
    | "stdoutArtifact"
    | "stderrArtifact"
  >
>;

/** An event of an attempt; the node and the attempt are added. */
export type AttemptEvent = {
  [Type in NewEvent["type"]]: Type extends "acp_prompt_prepared" | "acp_response_parsed"
    ? Pick<Extract<NewEvent, { type: Type }>, "type" | "payload">
    : Type extends "action_prepared" | "action_completed"
      ? Pick<Extract<NewEvent, { type: Type }>, "type" | "payload">
      : never;
}[NewEvent["type"]];

/**
 * One attempt at a node, as the code that executes it sees it. Everything that it records is recorded before its
 * outcome: after that, `append`, `artifact` and `heartbeat` throw an `AttemptOver`.
 */
export interface Attempt {
  readonly nodeId: string;
  readonly attemptId: string;
  readonly nodeType: FlowNodeDefinition["nodeType"];
  /**
   * Aborts when the deadline passes or the run is interrupted; the reason is an `AttemptAborted`. Who executes the
   * attempt then stops what it began, waits until that is gone, and rejects with the reason.
   */
  readonly signal: AbortSignal;
  /** For the functions of the flow. */
  readonly context: FlowNodeContext;
  /** What `node_outcome` will say, whatever the outcome: to be filled as things happen. */
  readonly receipts: Receipts;
  append(event: AttemptEvent): Promise<void>;
  /** Writes an artifact and announces it. `sessionId`: of a raw response. */
  artifact(
    content: ArtifactContent,
    options?: ArtifactOptions & { readonly sessionId?: string },
  ): Promise<ArtifactReference>;
  /** A heartbeat with what is being done, and the text of those that follow. */
  heartbeat(statusDetail: string): Promise<void>;
  /**
   * Calls a function of the flow. When the attempt is aborted it rejects at once, whatever the function does; what the
   * function gives later is dropped.
   */
  callback<T>(run: (context: FlowNodeContext) => T | Promise<T>): Promise<T>;
}

/** Why an attempt was aborted. */
export class AttemptAborted extends Error {
  override readonly name = "AttemptAborted";
  readonly outcome: "timed_out" | "cancelled";

  constructor(outcome: "timed_out" | "cancelled", message: string) {
    super(message);
    this.outcome = outcome;
  }
}

/** Something tried to record for an attempt that had ended. */
export class AttemptOver extends Error {
  override readonly name = "AttemptOver";
}
