import type { NodeOutcome } from "@flow-bundle/schema";
import type { Rule } from "../../engine/rule.ts";
import { diedWithProcess } from "../action/command.ts";
import { placeOf } from "../place.ts";

/** A failed acp attempt keeps the receipts of what happened; spec/text/sessions.md#session-failed-receipt-missing. */
export const failedReceiptMissing: Rule = {
  id: "session/failed-receipt-missing",
  needs: ["trace"],
  check(ctx, report) {
    return {
      on: {
        node_outcome: (at) => {
          const { attemptId, payload } = at.event as NodeOutcome;
          if (payload.nodeType !== "acp" || payload.outcome === "ok" || diedWithProcess(payload)) return;
          const { openAttempt } = ctx.fold;
          if (openAttempt?.attemptId !== attemptId) return;
          const { promptArtifact, sessionId, rawResponseArtifact, conversation } = openAttempt.earlier;
          const known = { promptArtifact, sessionId, rawResponseArtifact, conversation };
          const missing = Object.entries(known)
            .filter(([key, value]) => value !== undefined && payload[key as keyof typeof known] === undefined)
            .map(([key]) => key);
          if (missing.length === 0) return;
          report({
            ...placeOf(at),
            pointer: "/payload",
            message: `The outcome ${payload.outcome} of an acp attempt lacks ${missing.join(", ")}, which earlier events gave`,
            hint: "what the agent was asked and answered matters most when the attempt failed",
          });
        },
      },
    };
  },
};
