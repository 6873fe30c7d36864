import type { Rule } from "../../engine/rule.ts";
import { traceFile } from "../../engine/trace.ts";

/** bytes of a reference is the size of the file; spec/text/artifacts.md#artifact-reference-bytes. */
export const referenceBytes: Rule = {
  id: "artifact/reference-bytes",
  needs: ["trace", "artifacts"],
  check(ctx, report) {
    return {
      end() {
        for (const { reference, line, seq, pointer } of ctx.artifactUses) {
          const file = ctx.artifactFiles.get(reference.path);
          // A file that is missing or has other content is a finding of its own.
          if (
            file === undefined ||
            reference.bytes === undefined ||
            file.sha256 !== reference.sha256
          )
            continue;
          if (file.bytes === reference.bytes) continue;
          report({
            file: traceFile,
            line,
            seq,
            pointer: `${pointer}/bytes`,
            message: "bytes is not the size of the file",
            expected: file.bytes,
            actual: reference.bytes,
            related: [{ file: reference.path }],
          });
        }
      },
    };
  },
};
