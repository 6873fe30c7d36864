import type { Rule } from "../../engine/rule.ts";
import { intactArtifacts } from "./contents.ts";

/** text/plain artifacts are UTF-8; spec/text/artifacts.md#artifact-text-content. */
export const textContent: Rule = {
  id: "artifact/text-content",
  needs: ["trace", "artifacts"],
  check(ctx, report) {
    return {
      end() {
        for (const { reference, line, pointer } of intactArtifacts(ctx, "text/plain")) {
          if (ctx.artifactFiles.get(reference.path)?.isText !== false) continue;
          report({
            file: reference.path,
            message: "The artifact says text/plain, but is not valid UTF-8",
            related: [{ file: "trace.ndjson", line, pointer }],
            hint: "write bytes that are no text as application/octet-stream",
          });
        }
      },
    };
  },
};
