import type { FlowNodeOutcome, FlowNodeResult } from "../authoring/types.ts";
import type { JsonOutput } from "./output.ts";

/** An attempt that has its outcome. */
export interface FinishedAttempt {
  readonly nodeId: string;
  readonly outcome: FlowNodeOutcome;
  /** The whole error; undefined when ok. */
  readonly error: string | undefined;
  /** What was thrown. */
  readonly thrown: unknown;
  /** The output as it was recorded, apart from redaction; undefined when there is none. */
  readonly json: JsonOutput | undefined;
  readonly result: FlowNodeResult;
}
