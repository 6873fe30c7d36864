import type { Rule } from "../../engine/rule.ts";

/** No symbolic link; spec/text/layout.md#bundle-link. */
export const link: Rule = {
  id: "bundle/link",
  needs: [],
  check(ctx, report) {
    for (const [file, entry] of ctx.entries) {
      if (entry.type !== "link") continue;
      report({
        file,
        message: "This is a symbolic link; a bundle has none, and readers do not follow it",
        hint: "put the file itself into the bundle",
      });
    }
  },
};
