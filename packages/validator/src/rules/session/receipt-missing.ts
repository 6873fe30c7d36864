import type { NodeOutcome } from "@flow-bundle/schema";
import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

const wanted = ["sessionId", "promptArtifact", "rawResponseArtifact", "conversation"] as const;

/** An ok acp attempt has all its receipts; spec/text/sessions.md#session-receipt-missing. */
export const receiptMissing: Rule = {
  id: "session/receipt-missing",
  needs: ["trace"],
  check(ctx, report) {
    return {
      on: {
        node_outcome: (at) => {
          const { attemptId, payload } = at.event as NodeOutcome;
          if (payload.nodeType !== "acp" || payload.outcome !== "ok") return;
          if (ctx.fold.openAttempt?.attemptId !== attemptId) return;
          const missing = wanted.filter((key) => payload[key] === undefined && !(key === "rawResponseArtifact" && silent(ctx.version)));
          if (missing.length === 0) return;
          report({
            ...placeOf(at),
            pointer: "/payload",
            message: `The outcome of an acp attempt lacks ${missing.join(", ")}`,
            expected: wanted,
            hint: "node_outcome repeats the receipts of the turn, so that readers need no other event",
          });
        },
      },
    };
  },
};

/** From 1.1 on there is a raw response only when any text came. */
function silent(version: string): boolean {
  return version !== "1.0";
}
