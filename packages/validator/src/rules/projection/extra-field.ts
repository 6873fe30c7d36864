import { escapeSegment } from "@flow-bundle/bundle";
import type { Rule } from "../../engine/rule.ts";
import { runFile } from "./compare/files.ts";

/** The members that run.json has by itself. */
const ownFields: ReadonlySet<string> = new Set([
  "runId",
  "flowName",
  "runTitle",
  "flowPath",
  "startedAt",
  "finishedAt",
  "updatedAt",
  "status",
  "input",
  "outputs",
  "results",
  "steps",
  "sessionBindings",
  "currentNode",
  "currentAttemptId",
  "currentNodeType",
  "currentNodeStartedAt",
  "lastHeartbeatAt",
  "statusDetail",
  "waitingOn",
  "error",
]);

/** 1.0: run.json has nothing that a flow put into the state; spec/text/projections.md#projection-extra-field. */
export const extraField: Rule = {
  id: "projection/extra-field",
  needs: ["run"],
  check(ctx, report) {
    const [first, ...others] = Object.keys(ctx.run ?? {}).filter((key) => !ownFields.has(key));
    if (first === undefined) return;
    const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
    report({
      file: runFile,
      pointer: `/${escapeSegment(first)}`,
      message: `run.json has a member ${JSON.stringify(first)}${more}, which is none of the format`,
      related: others
        .slice(0, 5)
        .map((key) => ({ file: runFile, pointer: `/${escapeSegment(key)}` })),
      hint: "the flow wrote into the state of the run; keep such values in outputs",
    });
  },
};
