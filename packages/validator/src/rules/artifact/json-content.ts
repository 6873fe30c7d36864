import { parseDocument, type JsonProblem } from "@flow-bundle/bundle";
import type { Rule } from "../../engine/rule.ts";
import { intactArtifacts } from "./contents.ts";

/** application/json artifacts are JSON; spec/text/artifacts.md#artifact-json-content. */
export const jsonContent: Rule = {
  id: "artifact/json-content",
  needs: ["trace", "artifacts"],
  check(ctx, report) {
    return {
      async end() {
        for (const { reference, line, pointer } of intactArtifacts(ctx, "application/json")) {
          const bytes = await ctx.artifactBytes(reference.path);
          if (bytes === undefined) continue;
          const { value, problems } = parseDocument(bytes, { maxDepth: ctx.limits.depth });
          const problem = problems.find(isFatal);
          if (value !== undefined && problem === undefined) continue;
          report({
            file: reference.path,
            ...(problem?.code === "syntax" ? { textOffset: problem.offset } : {}),
            message: `The artifact says application/json, but is not JSON${problem === undefined ? "" : `: ${problem.message}`}`,
            related: [{ file: "trace.ndjson", line, pointer }],
            hint: "write text as text/plain",
          });
        }
      },
    };
  },
};

function isFatal({ code }: JsonProblem): boolean {
  return code === "syntax" || code === "invalid-utf8" || code === "duplicate-key";
}
