import type { Rule } from "../../engine/rule.ts";

/** A bundle has a manifest; spec/text/layout.md#bundle-manifest-missing. */
export const manifestMissing: Rule = {
  id: "bundle/manifest-missing",
  needs: [],
  check(ctx, report) {
    if (ctx.entries.has("manifest.json")) return;
    report({
      file: "manifest.json",
      message: "The bundle has no manifest.json",
      hint: "readers start from the manifest: a writer creates it before anything else",
    });
  },
};
