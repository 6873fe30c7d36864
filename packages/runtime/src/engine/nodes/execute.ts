import type { FlowNodeDefinition } from "../../authoring/types.ts";
import type { Attempt } from "../attempt.ts";
import type { Run } from "../run.ts";
import { executeCheckpoint } from "./checkpoint.ts";
import { executeCompute } from "./compute.ts";
import { executeFunction } from "./function.ts";
import { executeShell } from "./shell.ts";

/** Executes an attempt by the type of its node, and gives the output. */
export async function execute(
  node: FlowNodeDefinition,
  attempt: Attempt,
  run: Run,
): Promise<unknown> {
  switch (node.nodeType) {
    case "compute":
      return executeCompute(node, attempt, run.scope);
    case "checkpoint":
      return executeCheckpoint(node, attempt, run.scope);
    case "action":
      return "exec" in node
        ? executeShell(node, attempt, run.scope)
        : executeFunction(node, attempt, run.scope);
    case "acp":
      return (await run.sessions()).execute(node, attempt);
  }
}
