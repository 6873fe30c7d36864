import type { SessionEvent } from "@flow-bundle/schema";
import type { Rule } from "../../engine/rule.ts";
import type { ClaimedRange, SessionLine } from "../../engine/session-context.ts";
import { undisputed } from "./disputes.ts";
import { isPrompt, messageOf } from "./messages.ts";
import { placeOfClaim, RangeCursor } from "./ranges.ts";

/** The range of an ok attempt has its prompt and ends with the response to it; spec/text/sessions.md#session-range-end. */
export const rangeEnd: Rule = {
  id: "session/range-end",
  needs: ["trace"],
  check(ctx, report) {
    const claims = undisputed(ctx);
    return {
      on: claims.on,
      session({ sessionId, directory, claimed, hasEvents }) {
        if (!hasEvents) return;
        const mine = claims.among(claimed);
        for (const claim of mine) {
          const { eventStartSeq, eventEndSeq } = claim.range;
          if (claim.outcome !== "ok" || eventEndSeq !== eventStartSeq - 1) continue;
          report({
            ...placeOfClaim(claim, sessionId),
            pointer: "/payload/conversation/eventEndSeq",
            message: "The attempt is ok, but its range has no events",
            expected: "the seq of the response to its session/prompt",
            actual: eventEndSeq,
            hint: "the range of a turn goes from the first message that it caused to the response of its prompt",
          });
        }

        const cursor = new RangeCursor(mine);
        // JSON-RPC ids begin anew with each agent process, so a prompt is looked for inside its range only.
        let current: ClaimedRange | undefined;
        let prompt: SessionLine | undefined;
        let response: number | undefined;
        return {
          line(session) {
            const { event, line } = session;
            const claim = cursor.next(event);
            if (claim?.outcome !== "ok") return;
            if (claim !== current) {
              current = claim;
              prompt = undefined;
              response = undefined;
            }
            if (isPrompt(event)) prompt = session;
            else if (prompt !== undefined && answers(event, prompt.event)) response = event.seq;
            if (event.seq !== claim.range.eventEndSeq || response === event.seq) return;
            const file = `${directory}/events.ndjson`;
            report({
              ...placeOfClaim(claim, sessionId),
              pointer: "/payload/conversation/eventEndSeq",
              message:
                prompt === undefined
                  ? "The attempt is ok, but its range has no session/prompt request"
                  : `The attempt is ok, but its range ends with ${describe(event)}, not with the response to its session/prompt`,
              expected: response ?? "the seq of that response",
              actual: event.seq,
              related: [
                { file, line, message: "the end of the range" },
                ...(prompt === undefined
                  ? []
                  : [{ file, line: prompt.line, message: "its session/prompt" }]),
              ],
              hint: "a turn ends when its session/prompt is answered; what the agent sends later is between turns",
            });
          },
        };
      },
    };
  },
};

/** True for the response to a request of ours. */
function answers(event: SessionEvent, request: SessionEvent): boolean {
  if (event.direction !== "inbound") return false;
  const { id, method } = messageOf(event);
  return method === undefined && id !== undefined && id === messageOf(request).id;
}

function describe(event: SessionEvent): string {
  const { method, id } = messageOf(event);
  if (typeof method === "string") return `${event.direction} ${method.slice(0, 100)}`;
  return `the ${event.direction} response to ${String(JSON.stringify(id)).slice(0, 100)}`;
}
