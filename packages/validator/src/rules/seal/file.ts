import type { Rule } from "../../engine/rule.ts";

/** Each sealed file has its size and digest; spec/text/seal.md#seal-file. */
export const file: Rule = {
  id: "seal/file",
  needs: ["manifest"],
  // Of a seal that comes too early seal/premature says all there is to say.
  applies: (ctx) => ctx.finished,
  check(ctx, report) {
    const files = ctx.manifest?.seal?.files;
    if (files === undefined) return;
    return {
      async end() {
        for (const [index, { path, bytes, sha256 }] of files.entries()) {
          // Absent files are seal/file-missing; the trace and the manifest do not belong here.
          if (
            ctx.entries.get(path)?.type !== "file" ||
            path === "trace.ndjson" ||
            path === "manifest.json"
          )
            continue;
          const actual = await ctx.digest(path);
          if (actual === undefined || (actual.bytes === bytes && actual.sha256 === sha256))
            continue;
          report({
            file: path,
            message: "The file is not what was sealed",
            expected: { bytes, sha256 },
            actual: { bytes: actual.bytes, sha256: actual.sha256 },
            related: [{ file: "manifest.json", pointer: `/seal/files/${index}` }],
            hint: "it was changed after the run had ended",
          });
        }
      },
    };
  },
};
