import type { Rule } from "../../engine/rule.ts";
import { traceFile } from "../../engine/trace.ts";

/** The file that a reference names exists; spec/text/artifacts.md#artifact-missing. */
export const missing: Rule = {
  id: "artifact/missing",
  needs: ["trace"],
  check(ctx, report) {
    return {
      traceEnd() {
        const named = new Set<string>();
        for (const { reference, line, seq, pointer, attemptId } of ctx.artifactUses) {
          if (ctx.entries.has(reference.path) || named.has(reference.path)) continue;
          named.add(reference.path);
          report({
            file: traceFile,
            line,
            seq,
            pointer: `${pointer}/path`,
            ...(attemptId === undefined ? {} : { attemptId }),
            message: "There is no such file in the bundle",
            actual: reference.path,
            hint: "an artifact is complete before the event that names it is written",
          });
        }
      },
    };
  },
};
