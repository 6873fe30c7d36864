import type { Rule } from "../../engine/rule.ts";
import { followBindings } from "./bindings.ts";

/**
 * 1.0: a bindingArtifact in sessions/ has the digest that it says; spec/text/sessions.md#session-binding-artifact-digest.
 * Of one in artifacts/ this is artifact/digest and artifact/reference-digest, and from 1.1 on there is no other.
 */
export const bindingArtifactDigest: Rule = {
  id: "session/binding-artifact-digest",
  needs: ["trace"],
  check(ctx, report) {
    const bindings = followBindings(ctx);
    return {
      session: bindings.session,
      async end() {
        for (const { sessionId, bindingArtifact, boundSeq } of ctx.fold.sessions) {
          const { path, sha256 } = bindingArtifact;
          if (!path.startsWith("sessions/")) continue;
          const expected = await bindings.digestOf(path);
          if (expected === undefined || expected === sha256) continue;
          report({
            file: "trace.ndjson",
            line: boundSeq,
            seq: boundSeq,
            sessionId,
            pointer: "/payload/bindingArtifact/sha256",
            message: `The digest in session_bound is not that of ${path}`,
            expected,
            actual: sha256,
            related: [{ file: path }],
            hint: "the binding was written again after the session was bound; take it from binding.json",
          });
        }
      },
    };
  },
};
