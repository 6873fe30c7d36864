import type { Rule } from "../../engine/rule.ts";
import { sessionIds } from "../../engine/sessions.ts";
import { otherIdOf } from "./entry-id.ts";

/** sessions lists the folders, in the order of session_bound; spec/text/manifest.md#manifest-session-set. */
export const sessionSet: Rule = {
  id: "manifest/session-set",
  needs: ["manifest", "trace"],
  check(ctx, report) {
    return {
      traceEnd() {
        const listed = (ctx.manifest?.sessions ?? []).map(
          // An entry whose paths lead elsewhere is manifest/session-paths.
          (session) => otherIdOf(session) ?? session.id,
        );
        const folders = new Set(sessionIds(ctx.entries));
        for (const [index, id] of listed.entries()) {
          if (listed.indexOf(id) < index) {
            report({
              file: "manifest.json",
              pointer: `/sessions/${index}/id`,
              sessionId: id,
              message: `Session ${JSON.stringify(id)} is listed twice`,
            });
          } else if (!folders.has(id)) {
            report({
              file: "manifest.json",
              pointer: `/sessions/${index}`,
              sessionId: id,
              message: `The manifest lists session ${JSON.stringify(id)}, but there is no folder sessions/${id}`,
            });
          }
        }
        // While a run goes on, a folder is there before the manifest lists it.
        if (ctx.status === "running") return;
        for (const id of folders) {
          if (listed.includes(id)) continue;
          report({
            file: `sessions/${id}`,
            sessionId: id,
            message: `The manifest does not list session ${JSON.stringify(id)}`,
            related: [{ file: "manifest.json", pointer: "/sessions" }],
          });
        }
        for (const { sessionId, boundSeq } of ctx.fold.sessions) {
          // One that has a folder was named above.
          if (listed.includes(sessionId) || folders.has(sessionId)) continue;
          report({
            file: "manifest.json",
            pointer: "/sessions",
            sessionId,
            message: `The trace binds session ${JSON.stringify(sessionId)}, but the bundle does not have it`,
            related: [{ file: "trace.ndjson", line: boundSeq }],
          });
        }
        const bound = ctx.fold.sessions
          .map((session) => session.sessionId)
          .filter((id) => listed.includes(id));
        const known = listed.filter(
          (id, index) => bound.includes(id) && listed.indexOf(id) === index,
        );
        if (known.join("\n") === bound.join("\n")) return;
        report({
          file: "manifest.json",
          pointer: "/sessions",
          message: "The manifest lists the sessions in another order than the trace binds them",
          expected: bound,
          actual: known,
        });
      },
    };
  },
};
