import type { FoldState } from "@flow-bundle/bundle";
import type { Rule } from "../../engine/rule.ts";
import type { ClaimedRange, SessionLine } from "../../engine/session-context.ts";
import { undisputed } from "./disputes.ts";
import { isPrompt } from "./messages.ts";
import { EventCount, RangeCursor, RangeUnion } from "./ranges.ts";

/** Every prompt lies in the range of an attempt; spec/text/sessions.md#session-range-attribution. */
export const rangeAttribution: Rule = {
  id: "session/range-attribution",
  needs: ["manifest", "trace"],
  // Until the run has ended, the last turn has no range.
  applies: (ctx) => ctx.finished,
  check(ctx, report) {
    const claims = undisputed(ctx);
    return {
      on: claims.on,
      session({ sessionId, directory, claimed }) {
        // That a range is missing or contradicts itself is told by others.
        if (claims.isDisputed(sessionId) || lacksRange(ctx.fold, sessionId)) return;
        // Where events of attempts do not count, or are gone, ranges are missing for that reason.
        const { stray, repeated, afterTerminal } = ctx.fold.ignored;
        if (stray + repeated + afterTerminal > 0 || ctx.fold.terminal === null) return;
        const ranges = new RangeUnion(claimed);
        const cursor = new RangeCursor(claimed);
        const count = new EventCount();
        const prompted = new Set<ClaimedRange>();
        let first: SessionLine | undefined;
        let outside = 0;
        return {
          line(session) {
            const { event } = session;
            const claim = cursor.next(event);
            // Positions are asked for in turn, whatever the message is.
            if (!count.next(event)) return;
            const isOutside = !ranges.has(event.seq);
            if (!isPrompt(event)) return;
            if (claim !== undefined) prompted.add(claim);
            if (!isOutside) return;
            first ??= session;
            outside += 1;
          },
          end() {
            // An ok turn without its prompt is session/range-end.
            const isTold = claimed.some((claim) => claim.outcome === "ok" && !prompted.has(claim));
            if (first === undefined || isTold || !count.reliable) return;
            report({
              file: `${directory}/events.ndjson`,
              line: first.line,
              byteOffset: first.byteOffset,
              pointer: "/message",
              sessionId,
              message:
                outside === 1
                  ? "The session/prompt lies in the range of no attempt"
                  : `The session/prompt, and ${outside - 1} more, lie in the range of no attempt`,
              related: claimed.slice(0, 5).map((claim) => ({
                file: "trace.ndjson",
                line: claim.line,
                pointer: "/payload/conversation",
              })),
              hint: "the range of a turn goes from the first message that it caused, its prompt at the latest, to the last",
            });
          },
        };
      },
    };
  },
};

/** True when an attempt used the session and does not say which part of it. */
function lacksRange({ attempts }: FoldState, sessionId: string): boolean {
  return attempts.some(
    ({ receipts, earlier }) =>
      receipts.conversation === undefined &&
      (receipts.sessionId ?? earlier.sessionId) === sessionId,
  );
}
