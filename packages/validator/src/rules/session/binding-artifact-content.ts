import type { Rule } from "../../engine/rule.ts";
import { followBindings } from "./bindings.ts";

/** The binding artifact is binding.json, byte for byte; spec/text/sessions.md#session-binding-artifact-content. */
export const bindingArtifactContent: Rule = {
  id: "session/binding-artifact-content",
  needs: ["trace"],
  check(ctx, report) {
    const bindings = followBindings(ctx);
    return {
      session: bindings.session,
      async end() {
        for (const { sessionId, bindingArtifact, boundSeq } of ctx.fold.sessions) {
          const { path, sha256 } = bindingArtifact;
          const actual = await bindings.digests.get(sessionId);
          if (actual === undefined || path === `sessions/${sessionId}/binding.json`) continue;
          // A file that is gone, or not what the reference says, is a finding of its own.
          if ((await bindings.digestOf(path)) !== sha256 || actual === sha256) continue;
          report({
            file: `sessions/${sessionId}/binding.json`,
            sessionId,
            message: "binding.json is not the binding artifact that session_bound names",
            expected: sha256,
            actual,
            related: [
              { file: "trace.ndjson", line: boundSeq, pointer: "/payload/bindingArtifact" },
              { file: path },
            ],
            hint: "bind the session when all its ids are known: write binding.json once, and the same bytes as an artifact",
          });
        }
      },
    };
  },
};
