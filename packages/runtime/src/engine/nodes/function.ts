import type { FunctionActionNodeDefinition } from "../../authoring/types.ts";
import { runShellFor, shellsEnded } from "../../shell/run-shell.ts";
import type { NodeExecutor } from "../run-scope.ts";

/** Calls the function of an action node. The attempt goes on until every command that it began has ended. */
export const executeFunction: NodeExecutor<FunctionActionNodeDefinition> = async (
  node,
  attempt,
  scope,
) => {
  attempt.receipts.action = { actionType: "function" };
  const runShell = runShellFor(attempt, scope);
  try {
    return await attempt.callback((context) => node.run({ ...context, runShell }));
  } finally {
    await shellsEnded(attempt);
  }
};
