import type { CheckpointNodeDefinition } from "../../authoring/types.ts";
import type { NodeExecutor } from "../run-scope.ts";

/** Makes the output of a checkpoint; that the run waits afterwards is the loop's business. */
export const executeCheckpoint: NodeExecutor<CheckpointNodeDefinition> = async (node, attempt) => {
  const { nodeId } = attempt;
  if (node.run === undefined) return { checkpoint: nodeId, summary: node.summary ?? nodeId };
  return attempt.callback((context) => node.run?.(context));
};

/** What a passed checkpoint asks, in words, if it says so. */
export function summaryOf(node: CheckpointNodeDefinition, output: unknown): string | undefined {
  if (typeof output === "object" && output !== null && Object.hasOwn(output, "summary")) {
    const { summary } = output as { readonly summary?: unknown };
    if (typeof summary === "string" && summary !== "") return summary;
  }
  return node.summary === "" ? undefined : node.summary;
}
