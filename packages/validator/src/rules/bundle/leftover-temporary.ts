import type { Rule } from "../../engine/rule.ts";
import { isTemporary } from "./temporary.ts";

/** No temporary file of a writer is left behind; spec/text/layout.md#bundle-leftover-temporary. */
export const leftoverTemporary: Rule = {
  id: "bundle/leftover-temporary",
  needs: [],
  // While a run of 1.1 goes on its writer may be at work.
  applies: (ctx) => ctx.version === "1.0" || ctx.status !== "running",
  check(ctx, report) {
    for (const file of ctx.entries.keys()) {
      const folder = file.slice(0, Math.max(0, file.lastIndexOf("/")));
      // A temporary folder is named once, without its content.
      if (!isTemporary(file) || isTemporary(folder)) continue;
      report({
        file,
        message: "A writer left this temporary file behind",
        hint: "the writer was killed while replacing a file; it can be deleted",
      });
    }
  },
};
