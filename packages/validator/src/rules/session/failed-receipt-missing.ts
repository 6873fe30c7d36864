import type { ArtifactWritten, NodeOutcome } from "@flow-bundle/schema";
import type { BundleContext } from "../../engine/context.ts";
import type { Rule } from "../../engine/rule.ts";
import type { ClaimedRange } from "../../engine/session-context.ts";
import { diedWithProcess } from "../action/command.ts";
import { placeOf } from "../place.ts";
import { undisputed } from "./disputes.ts";
import { chunkText, isPrompt } from "./messages.ts";
import { placeOfClaim, RangeCursor } from "./ranges.ts";

const hint =
  "write what there is when the attempt ends, however it ends: prompt, session, range, and the text so far";

/** An acp attempt that is not ok keeps what there was; spec/text/sessions.md#session-receipt. */
export const failedReceiptMissing: Rule = {
  id: "session/failed-receipt-missing",
  needs: ["trace"],
  check(ctx, report) {
    const claims = undisputed(ctx);
    // Without a session, the text that an acp attempt writes before its outcome is its prompt.
    let prompt: { readonly attemptId: string; readonly path: string } | undefined;
    return {
      on: {
        ...claims.on,
        artifact_written: ({ event }) => {
          const { attemptId, sessionId, payload } = event as ArtifactWritten;
          const open = ctx.fold.openAttempt;
          if (open?.nodeType !== "acp" || open.attemptId !== attemptId) return;
          if (sessionId !== undefined || prompt?.attemptId === attemptId) return;
          prompt = { attemptId, path: payload.artifact.path };
        },
        node_outcome: (at) => {
          claims.on["node_outcome"]?.(at);
          const outcomeEvent = at.event as NodeOutcome;
          const own = prompt?.attemptId === outcomeEvent.attemptId ? prompt.path : undefined;
          const missing = missingReceipts(ctx, outcomeEvent, own);
          if (missing.length === 0) return;
          const { outcome } = (at.event as NodeOutcome).payload;
          report({
            ...placeOf(at),
            pointer: "/payload",
            message: `The outcome ${outcome} of an acp attempt lacks ${missing.join(", ")}, which existed when the attempt ended`,
            expected: missing,
            hint,
          });
        },
      },
      session({ sessionId, directory, claimed }) {
        const cursor = new RangeCursor(claims.among(claimed));
        let current: ClaimedRange | undefined;
        let prompted = false;
        let told = false;
        return {
          line({ event, line }) {
            const claim = cursor.next(event);
            if (claim === undefined || !lacksResponse(ctx, claim)) return;
            if (claim !== current) {
              current = claim;
              prompted = false;
              told = false;
            }
            if (isPrompt(event)) prompted = true;
            if (!prompted || told || (chunkText(event) ?? "").trim() === "") return;
            told = true;
            report({
              ...placeOfClaim(claim, sessionId),
              pointer: "/payload",
              message: `The outcome ${claim.outcome} of an acp attempt lacks rawResponseArtifact, though the agent sent some text`,
              expected: ["rawResponseArtifact"],
              related: [{ file: `${directory}/events.ndjson`, line, message: "text of the agent" }],
              hint,
            });
          },
        };
      },
    };
  },
};

/** What the attempt's other events gave and its outcome does not have. */
function missingReceipts(
  ctx: BundleContext,
  { attemptId, payload }: NodeOutcome,
  promptPath: string | undefined,
): string[] {
  if (payload.nodeType !== "acp" || payload.outcome === "ok" || diedWithProcess(payload)) return [];
  const { openAttempt } = ctx.fold;
  if (openAttempt?.attemptId !== attemptId) return [];
  const { promptArtifact, sessionId, rawResponseArtifact, conversation } = openAttempt.earlier;
  // From 1.1 on a session that is bound has a range, be it an empty one.
  const isBound = ctx.version !== "1.0" && (sessionId ?? payload.sessionId) !== undefined;
  const existed = {
    promptArtifact:
      promptArtifact !== undefined ||
      (promptPath !== undefined && promptPath !== payload.errorArtifact?.path),
    sessionId: sessionId !== undefined,
    rawResponseArtifact: rawResponseArtifact !== undefined,
    conversation: conversation !== undefined || isBound,
  };
  const keys = Object.keys(existed) as (keyof typeof existed)[];
  return keys.filter((key) => existed[key] && payload[key] === undefined);
}

/** True for the claim of an attempt that is not ok and has no raw response, unless it was told already. */
function lacksResponse({ fold }: BundleContext, claim: ClaimedRange): boolean {
  if (claim.outcome === "ok" || claim.rawResponsePath !== undefined) return false;
  const attempt = fold.attempt(claim.attemptId);
  if (attempt === undefined || attempt.nodeType !== "acp" || diedWithProcess(attempt)) return false;
  return attempt.earlier.rawResponseArtifact === undefined;
}
