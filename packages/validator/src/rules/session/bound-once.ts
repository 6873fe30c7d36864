import type { SessionBound } from "@flow-bundle/schema";
import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";
import { onSessionUse, sessionUse } from "./uses.ts";

/** A session is bound once; spec/text/sessions.md#session-bound-once. */
export const boundOnce: Rule = {
  id: "session/bound-once",
  needs: ["trace"],
  check(ctx, report) {
    const listed = new Set(ctx.manifest?.sessions.map(({ id }) => id));
    const used = new Set<string>();
    return {
      on: {
        session_bound: (at) => {
          const { sessionId } = (at.event as SessionBound).payload;
          const first = ctx.fold.session(sessionId);
          // What comes after the end of the run is trace/after-terminal.
          if (first === undefined || ctx.fold.terminal !== null) return;
          report({
            ...placeOf(at),
            pointer: "/payload/sessionId",
            message: `Session ${JSON.stringify(sessionId)} is bound a second time`,
            actual: sessionId,
            related: [{ file: "trace.ndjson", line: first.boundSeq, message: "the first time" }],
            hint: "a session stays bound for the whole run, also when its agent is started again",
          });
        },
        ...onSessionUse(({ event }) => {
          const sessionId = sessionUse(event)?.sessionId;
          if (sessionId !== undefined && listed.has(sessionId)) used.add(sessionId);
        }),
      },
      traceEnd() {
        // A 1.0 writer may have been stopped between the folder and the event.
        if (ctx.version === "1.0" || ctx.status === "running") return;
        // Without any event that is manifest/terminal-missing or trace/waiting-missing.
        if (ctx.trace.events === 0) return;
        for (const [index, { id }] of (ctx.manifest?.sessions ?? []).entries()) {
          // One that is used all the same is session/unknown, one without a folder manifest/session-set.
          if (ctx.fold.session(id) !== undefined || used.has(id)) continue;
          if (ctx.entries.get(`sessions/${id}`)?.type !== "directory") continue;
          report({
            file: "manifest.json",
            pointer: `/sessions/${index}/id`,
            sessionId: id,
            message: `The manifest lists session ${JSON.stringify(id)}, but the trace never binds it`,
            actual: id,
            related: [{ file: `sessions/${id}` }],
            hint: "write session_bound when the session's ids are known, before its first prompt",
          });
        }
      },
    };
  },
};
