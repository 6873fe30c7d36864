import type { Rule } from "../../engine/rule.ts";
import { traceFile } from "../../engine/trace.ts";
import { digestName } from "./digest.ts";

/** sha256 of a reference is the digest in its path; spec/text/artifacts.md#artifact-reference-digest. */
export const referenceDigest: Rule = {
  id: "artifact/reference-digest",
  needs: ["trace"],
  check(ctx, report) {
    return {
      traceEnd() {
        for (const { reference, line, seq, pointer } of ctx.artifactUses) {
          const expected = digestName.exec(reference.path)?.[1];
          if (expected === undefined || expected === reference.sha256) continue;
          report({
            file: traceFile,
            line,
            seq,
            pointer: `${pointer}/sha256`,
            message: "sha256 is not the digest in the path",
            expected,
            actual: reference.sha256,
          });
        }
      },
    };
  },
};
