import type { Rule } from "../../engine/rule.ts";

/** A bindingArtifact in sessions/ has the digest that it says; spec/text/sessions.md#session-binding-artifact-digest. */
export const bindingArtifactDigest: Rule = {
  id: "session/binding-artifact-digest",
  needs: ["trace"],
  check(ctx, report) {
    return {
      async end() {
        for (const { sessionId, bindingArtifact, boundSeq } of ctx.fold.sessions) {
          const { path, sha256 } = bindingArtifact;
          // Content of artifacts/ is artifact/digest and artifact/reference-digest.
          if (path.startsWith("artifacts/") || ctx.entries.get(path)?.type !== "file") continue;
          const actual = await ctx.digest(path);
          if (actual === undefined || actual.sha256 === sha256) continue;
          report({
            file: "trace.ndjson",
            line: boundSeq,
            seq: boundSeq,
            sessionId,
            pointer: "/payload/bindingArtifact/sha256",
            message: `${path} no longer has the digest that session_bound says`,
            expected: actual.sha256,
            actual: sha256,
            related: [{ file: path }],
            hint: "the binding was rewritten after it was bound",
          });
        }
      },
    };
  },
};
