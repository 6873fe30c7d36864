import type { AttemptState, FoldState, SessionState } from "@flow-bundle/bundle";
import type { SessionBound } from "@flow-bundle/schema";
import type { BundleContext } from "../../engine/context.ts";
import type { Rule } from "../../engine/rule.ts";
import { Strangers } from "../attempt/strangers.ts";
import { wasInterrupted } from "../attempt/without-outcome.ts";
import { placeOf } from "../place.ts";
import { isKnownOther, lateness } from "./late.ts";

/** Events of acp, action and artifact scope belong to the open attempt; spec/text/trace.md#trace-late-event. */
export const lateEvent: Rule = {
  id: "trace/late-event",
  needs: ["trace"],
  check(ctx, report) {
    const strangers = new Strangers(ctx.fold);
    /** Sessions that were bound where nothing may come, which is trace/waiting-order or trace/first-event. */
    const told = new Set<string>();
    let someAreStrangers = false;
    let toldAfterEnd = false;
    return {
      on: {
        session_bound: ({ event }) => {
          const { waiting, started } = ctx.fold;
          if (waiting !== null || !started) told.add((event as SessionBound).payload.sessionId);
        },
        "*": (at) => {
          const stranger = strangers.see(at.event);
          someAreStrangers ||= stranger !== undefined;
          const late = lateness(at.event, ctx.fold);
          if (late === undefined || late.overtaken) return;
          if (late.misfit && startedAsOther(ctx)) return;
          // What never started is told once, a second start is attempt/unique.
          if (stranger !== undefined && stranger !== "never-started") return;
          const { terminal } = ctx.fold;
          // From 1.1 on nothing comes after the end: the first event tells.
          if (terminal !== null && ctx.version !== "1.0" && toldAfterEnd) return;
          toldAfterEnd = terminal !== null;
          const { message, pointer, expected, actual, remedy } = late;
          report({
            ...placeOf(at),
            pointer,
            message,
            ...(expected === undefined ? {} : { expected }),
            ...(actual === undefined ? {} : { actual }),
            ...(terminal === null ? {} : { related: [placeOfTerminal(terminal)] }),
            hint: ctx.version === "1.0" ? explain(ctx.fold) : remedy,
          });
        },
      },
      traceEnd() {
        // A session that an attempt without start binds is no fault of its own.
        if (someAreStrangers) return;
        for (const session of ctx.fold.sessions) {
          const { sessionId, boundSeq } = session;
          const why = whyMisplaced(session);
          if (why === undefined || told.has(sessionId)) continue;
          if (session.boundBy !== null && isOfOtherType(ctx, session.boundBy)) continue;
          report({
            // In a good trace, the seq of an event is its line.
            file: "trace.ndjson",
            line: boundSeq,
            seq: boundSeq,
            sessionId,
            pointer: "/type",
            message: `session_bound was written ${why}`,
            hint:
              ctx.version === "1.0"
                ? explain(ctx.fold)
                : "bind a session in the attempt of the ACP node that uses it first",
          });
        }
      },
    };
  },
};

/** True in an attempt whose start names another type than the flow: that is attempt/node-type, and nothing else. */
function startedAsOther(ctx: BundleContext): boolean {
  const { openAttempt } = ctx.fold;
  return openAttempt !== null && isOfOtherType(ctx, openAttempt);
}

function isOfOtherType({ flow }: BundleContext, { nodeId, nodeType }: AttemptState): boolean {
  if (flow === undefined || !Object.hasOwn(flow.nodes, nodeId)) return false;
  return flow.nodes[nodeId]?.nodeType !== nodeType;
}

/** Why no session can have been bound there; undefined when one can. */
function whyMisplaced({ boundBy }: SessionState): string | undefined {
  if (boundBy === null) return "while no attempt was open";
  return isKnownOther(boundBy.nodeType, "acp")
    ? `in an attempt of a node of type ${boundBy.nodeType}`
    : undefined;
}

/** How such an event came about with a released writer. */
function explain(fold: FoldState): string {
  return wasInterrupted(fold)
    ? "a signal ended the run while it still wrote; readers ignore what follows the end"
    : "an attempt that had timed out went on working; take receipts from node_outcome only";
}

function placeOfTerminal({ type, seq }: { readonly type: string; readonly seq: number }) {
  return { file: "trace.ndjson", line: seq, message: type };
}
