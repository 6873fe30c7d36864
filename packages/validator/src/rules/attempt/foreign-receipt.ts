import type { NodeOutcome } from "@flow-bundle/schema";
import type { Rule } from "../../engine/rule.ts";
import { executionOf } from "../action/command.ts";
import { placeOf } from "../place.ts";

type Receipt = keyof NodeOutcome["payload"];

const ofTurns: readonly Receipt[] = [
  "sessionId",
  "promptArtifact",
  "rawResponseArtifact",
  "conversation",
];
const ofCommands: readonly Receipt[] = ["stdoutArtifact", "stderrArtifact"];

/** Receipts that an attempt of a known node type cannot have. */
const foreign: ReadonlyMap<string, readonly Receipt[]> = new Map([
  ["acp", ["action", ...ofCommands]],
  ["action", ofTurns],
  ["compute", [...ofTurns, "action", ...ofCommands]],
  ["checkpoint", [...ofTurns, "action", ...ofCommands]],
]);

/** An outcome has the receipts of its sort of node only; spec/text/attempts.md#attempt-foreign-receipt. */
export const foreignReceipt: Rule = {
  id: "attempt/foreign-receipt",
  needs: ["trace"],
  check(ctx, report) {
    return {
      on: {
        node_outcome: (at) => {
          const { attemptId, nodeId, payload } = at.event as NodeOutcome;
          const { openAttempt } = ctx.fold;
          // Strays are attempt/not-open, and an attempt of two node types attempt/node-type.
          if (openAttempt?.attemptId !== attemptId) return;
          const { nodeType } = openAttempt;
          if (nodeType !== payload.nodeType) return;
          // The receipt of a command is action/type.
          const isFunction =
            executionOf(ctx, nodeId) === "function" && payload.action?.actionType !== "shell";
          const barred = [...(foreign.get(nodeType) ?? []), ...(isFunction ? ofCommands : [])];
          const found = barred.filter((key) => payload[key] !== undefined);
          const [first] = found;
          if (first === undefined) return;
          const sort = isFunction ? "a function action" : `a node of type ${nodeType}`;
          report({
            ...placeOf(at),
            pointer: `/payload/${first}`,
            message: `The outcome of ${sort} has ${found.join(", ")}`,
            actual: found,
            hint: "receipts tell what an attempt did: turns leave theirs on acp nodes, commands and functions on action nodes",
          });
        },
      },
    };
  },
};
