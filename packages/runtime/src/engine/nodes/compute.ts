import type { ComputeNodeDefinition } from "../../authoring/types.ts";
import type { NodeExecutor } from "../run-scope.ts";

/** Calls the function of a compute node. */
export const executeCompute: NodeExecutor<ComputeNodeDefinition> = (node, attempt) =>
  attempt.callback((context) => node.run(context));
