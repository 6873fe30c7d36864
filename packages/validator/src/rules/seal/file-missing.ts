import type { Rule } from "../../engine/rule.ts";

/** Each sealed file exists; spec/text/seal.md#seal-file-missing. */
export const fileMissing: Rule = {
  id: "seal/file-missing",
  needs: ["manifest"],
  // Of a seal that comes too early seal/premature says all there is to say.
  applies: (ctx) => ctx.finished,
  check(ctx, report) {
    for (const [index, { path, bytes, sha256 }] of (ctx.manifest?.seal?.files ?? []).entries()) {
      if (ctx.entries.has(path)) continue;
      report({
        file: path,
        message: "The file was sealed and is gone",
        expected: { bytes, sha256 },
        related: [{ file: "manifest.json", pointer: `/seal/files/${index}` }],
      });
    }
  },
};
