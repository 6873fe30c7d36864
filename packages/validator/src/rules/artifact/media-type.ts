import type { Rule } from "../../engine/rule.ts";
import { traceFile } from "../../engine/trace.ts";
import { isSound } from "../references.ts";

const extensions: ReadonlyMap<string, string> = new Map([
  ["text/plain", ".txt"],
  ["application/json", ".json"],
  ["application/octet-stream", ".bin"],
]);

/** The three known media types have their extension; spec/text/artifacts.md#artifact-media-type. */
export const mediaType: Rule = {
  id: "artifact/media-type",
  needs: ["trace"],
  check(ctx, report) {
    return {
      traceEnd() {
        for (const { reference, line, seq, pointer } of ctx.artifactUses) {
          if (!reference.path.startsWith("artifacts/") || !isSound(ctx, reference)) continue;
          const extension = extensions.get(reference.mediaType);
          if (extension !== undefined && reference.path.endsWith(extension)) continue;
          const known = [...extensions].find(([, known]) => reference.path.endsWith(known));
          // Media types are an open set, and so are their extensions.
          if (extension === undefined && known === undefined) continue;
          report({
            file: traceFile,
            line,
            seq,
            pointer: `${pointer}/mediaType`,
            message: `mediaType ${reference.mediaType} does not go with the extension of the path`,
            expected: known?.[0] ?? `a path that ends in ${extension ?? ""}`,
            actual: reference.mediaType,
          });
        }
      },
    };
  },
};
