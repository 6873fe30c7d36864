import type { NodeOutcome } from "@flow-bundle/schema";
import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

const wanted = ["sessionId", "promptArtifact", "rawResponseArtifact", "conversation"] as const;

/** An ok acp attempt has its receipts; spec/text/sessions.md#session-receipt. */
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
          const missing = wanted.filter((key) => payload[key] === undefined);
          if (missing.length === 0) return;
          const silent = missing.includes("rawResponseArtifact");
          report({
            ...placeOf(at),
            pointer: "/payload",
            message: `The outcome of an acp attempt lacks ${missing.join(", ")}`,
            expected: wanted,
            hint: silent
              ? "an answer without any text is an empty artifact; node_outcome has all receipts of an ok turn"
              : "node_outcome repeats the receipts of the turn, so that readers need no other event",
          });
        },
      },
    };
  },
};
