import type { Rule } from "../../engine/rule.ts";

/** The binding artifact is binding.json, byte for byte; spec/text/sessions.md#session-binding-artifact-content. */
export const bindingArtifactContent: Rule = {
  id: "session/binding-artifact-content",
  needs: ["trace", "artifacts"],
  check(ctx, report) {
    return {
      async end() {
        for (const { sessionId, bindingArtifact, boundSeq } of ctx.fold.sessions) {
          const { path, sha256 } = bindingArtifact;
          const file = `sessions/${sessionId}/binding.json`;
          // A stale digest of another file is session/binding-artifact-digest, a missing file one of its own.
          if (!path.startsWith("artifacts/") || ctx.entries.get(file)?.type !== "file") continue;
          const binding = await ctx.digest(file);
          if (binding === undefined || binding.sha256 === sha256) continue;
          report({
            file,
            sessionId,
            message: "binding.json is not the artifact that session_bound names",
            expected: sha256,
            actual: binding.sha256,
            related: [
              { file: "trace.ndjson", line: boundSeq, pointer: "/payload/bindingArtifact" },
              { file: path },
            ],
            hint: "write the binding once, when all ids are known, and never again",
          });
        }
      },
    };
  },
};
