import type { FoldState } from "@flow-bundle/bundle";
import type { SessionBound } from "@flow-bundle/schema";
import type { Handlers, Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";
import { isKnownOther, lateness } from "../trace/late.ts";
import { onSessionUse, sessionUse } from "./uses.ts";

/** A hostile trace may name a new session in each line; beyond this many each line is told by itself. */
const maxTold = 1000;

/** Events name only sessions that were bound before; spec/text/sessions.md#session-unknown. */
export const unknown: Rule = {
  id: "session/unknown",
  needs: ["trace"],
  check(ctx, report): Handlers {
    const told = new Set<string>();
    /** The fold takes no session_bound after the terminal event; late turns of 1.0 may have one there. */
    const boundLate = new Set<string>();
    return {
      on: {
        session_bound: ({ event }) => {
          if (ctx.fold.terminal !== null) boundLate.add((event as SessionBound).payload.sessionId);
        },
        ...onSessionUse((at) => {
          const use = sessionUse(at.event);
          if (use === undefined) return;
          const { sessionId, pointer } = use;
          if (ctx.fold.session(sessionId) !== undefined || boundLate.has(sessionId)) return;
          // An event that does not belong here at all is trace/late-event, in 1.1 as bad as this.
          if (ctx.version !== "1.0" && lateness(at.event, ctx.fold) !== undefined) return;
          if (at.event.type === "node_outcome" && isForeign(ctx.fold)) return;
          if (told.has(sessionId)) return;
          if (told.size < maxTold) told.add(sessionId);
          report({
            ...placeOf(at),
            pointer,
            sessionId,
            message: `Session ${JSON.stringify(sessionId)} was not bound before`,
            actual: sessionId,
            hint: "write session_bound before the first event that uses the session; its id is the name of the session's folder",
          });
        }),
      },
    };
  },
};

/** True in an attempt that can have no session: that its outcome names one is attempt/foreign-receipt. */
function isForeign({ openAttempt }: FoldState): boolean {
  return openAttempt !== null && isKnownOther(openAttempt.nodeType, "acp");
}
