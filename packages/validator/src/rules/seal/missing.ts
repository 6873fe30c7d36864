import type { Rule } from "../../engine/rule.ts";

/** A finished bundle has a seal; spec/text/seal.md#seal-missing. */
export const missing: Rule = {
  id: "seal/missing",
  needs: ["manifest"],
  check(ctx, report) {
    if (!ctx.finished || ctx.manifest?.seal !== undefined) return;
    report({
      file: "manifest.json",
      pointer: "",
      message: "The bundle is finished but not sealed",
      hint: "when the run has ended, write the digests of all files into manifest.seal",
    });
  },
};
