import type { Rule } from "../../engine/rule.ts";

/** handle is the same in session_bound, the manifest and binding.json; spec/text/sessions.md#session-handle. */
export const handle: Rule = {
  id: "session/handle",
  needs: ["manifest", "trace"],
  check(ctx, report) {
    const listed = new Map(ctx.manifest?.sessions.map((session, index) => [session.id, { ...session, index }]));
    const say = (file: string, pointer: string, sessionId: string, expected: string, actual: string): void => {
      const line = ctx.fold.session(sessionId)?.boundSeq ?? 1;
      report({
        file,
        pointer,
        sessionId,
        message: "handle is not that of session_bound",
        expected,
        actual,
        related: [{ file: "trace.ndjson", line, pointer: "/payload/handle" }],
      });
    };
    return {
      traceEnd() {
        for (const { sessionId, handle: expected } of ctx.fold.sessions) {
          const entry = listed.get(sessionId);
          if (entry === undefined || entry.handle === expected) continue;
          say("manifest.json", `/sessions/${entry.index}/handle`, sessionId, expected, entry.handle);
        }
      },
      session({ sessionId, directory, binding }) {
        const expected = ctx.fold.session(sessionId)?.handle;
        if (binding === undefined || expected === undefined || binding.handle === expected) return;
        say(`${directory}/binding.json`, "/handle", sessionId, expected, binding.handle);
      },
    };
  },
};
