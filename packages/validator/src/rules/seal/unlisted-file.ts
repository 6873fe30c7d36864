import type { Rule } from "../../engine/rule.ts";
import { isTemporary } from "../bundle/temporary.ts";

/** Every file but the manifest is sealed; spec/text/seal.md#seal-unlisted-file. */
export const unlistedFile: Rule = {
  id: "seal/unlisted-file",
  needs: ["manifest"],
  // Of a seal that comes too early seal/premature says all there is to say.
  applies: (ctx) => ctx.finished,
  check(ctx, report) {
    const seal = ctx.manifest?.seal;
    if (seal === undefined) return;
    const sealed = new Set([
      "manifest.json",
      "trace.ndjson",
      ...seal.files.map(({ path }) => path),
    ]);
    if (seal.files.length === 0 && ctx.entries.has("flow.json")) {
      report({
        file: "manifest.json",
        pointer: "/seal/files",
        message: "The seal names no file at all",
        hint: "when the run has ended, write path, size and digest of every file but manifest and trace",
      });
      return;
    }
    for (const [file, { type }] of ctx.entries) {
      // Leftovers are bundle/leftover-temporary, links and devices findings of their own.
      if (type !== "file" || sealed.has(file) || isTemporary(file)) continue;
      report({
        file,
        message: "The seal does not name this file",
        related: [{ file: "manifest.json", pointer: "/seal/files" }],
        hint: "it was added after the run had ended, or the writer forgot to seal it",
      });
    }
  },
};
