import type { FindingInput } from "../engine/finding.ts";
import type { TraceLine } from "../engine/rule.ts";
import { traceFile } from "../engine/trace.ts";

/** Where a finding about an event of the trace stands. */
export function placeOf({ event, line, byteOffset }: TraceLine): Omit<FindingInput, "message"> {
  const { seq, nodeId, attemptId, sessionId } = event as {
    readonly seq: number;
    readonly nodeId?: string;
    readonly attemptId?: string;
    readonly sessionId?: string;
  };
  return {
    file: traceFile,
    line,
    byteOffset,
    seq,
    ...(nodeId === undefined ? {} : { nodeId }),
    ...(attemptId === undefined ? {} : { attemptId }),
    ...(sessionId === undefined ? {} : { sessionId }),
  };
}
