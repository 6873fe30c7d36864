import type { BundleWriter, NewEvent } from "@flow-bundle/bundle";
import type { NodeOutcome, TraceEvent } from "@flow-bundle/schema";
import type { FlowNodeOutcome } from "../authoring/types.ts";
import type { Attempt } from "./attempt.ts";
import { errorText } from "./error-text.ts";
import type { JsonOutput } from "./output.ts";
import { isRefused } from "./recording-stopped.ts";

/** How an attempt went, before its outcome is recorded. */
export interface Settled {
  readonly outcome: FlowNodeOutcome;
  readonly error?: string;
  readonly thrown?: unknown;
  readonly output?: unknown;
  readonly json?: JsonOutput | undefined;
  readonly recorded?: Pick<NodeOutcome["payload"], "outputInline" | "outputArtifact">;
}

/**
 * Writes the outcome. What the format refuses makes the attempt a failed one: first without the output, then without the
 * receipts.
 */
export async function recordOutcome(
  writer: BundleWriter,
  { nodeId, attemptId, nodeType, receipts }: Attempt,
  settled: Settled,
): Promise<{ finished: Settled; event: NodeOutcome }> {
  const write = async (finished: Settled, more: object): Promise<NodeOutcome> => {
    const { outcome, error = null, recorded } = finished;
    const payload = { nodeType, outcome, error, ...more, ...recorded };
    const event = { type: "node_outcome", nodeId, attemptId, payload } as unknown as NewEvent;
    return (await writer.append(event)) as TraceEvent as NodeOutcome;
  };
  try {
    return { finished: settled, event: await write(settled, receipts) };
  } catch (error) {
    if (!isRefused(error)) throw error;
    const outcome = settled.outcome === "ok" ? "failed" : settled.outcome;
    const text = `The outcome cannot be recorded: ${errorText(error)}`;
    const finished: Settled = { outcome, error: text, thrown: error };
    const event = await write(finished, receipts).catch((again: unknown) => {
      if (!isRefused(again)) throw again;
      const { action } = receipts;
      return write(finished, action?.actionType === "function" ? { action } : {});
    });
    return { finished, event };
  }
}
