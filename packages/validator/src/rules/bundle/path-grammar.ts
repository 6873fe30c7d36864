import { isPortablePath } from "@flow-bundle/bundle";
import type { Rule } from "../../engine/rule.ts";

/** Names are portable: segments of [a-z0-9][a-z0-9._-]*; spec/text/layout.md#bundle-path-grammar. */
export const pathGrammar: Rule = {
  id: "bundle/path-grammar",
  needs: [],
  check(ctx, report) {
    for (const file of ctx.entries.keys()) {
      const name = file.slice(file.lastIndexOf("/") + 1);
      // Each name is judged once, by its own entry.
      if (isPortablePath(name)) continue;
      report({
        file,
        message: "The name is not portable",
        expected: "[a-z0-9][a-z0-9._-]*",
        actual: name,
        hint: "use lower-case letters, digits, dots, hyphens and underscores",
      });
    }
  },
};
